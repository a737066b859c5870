//- Shapes and strides; strides are in elements.
const $product = (shape) => shape.reduce((a, n) => a * n, 1);
const $strides = (shape) => shape.map((_, k) => $product(shape.slice(k + 1)));
const $dense = (shape, stride) => $strides(shape).every((s, k) => shape[k] < 2 || s == stride[k]);
//- From the first element: the lowest, and the one after the highest.
const $span = (shape, stride) => {
  let lo = 0, hi = 1;
  shape.forEach((n, k) => ((n = (n - 1) * stride[k]) < 0 ? (lo += n) : (hi += n)));
  return $product(shape) ? { lo, hi } : { lo: 0, hi: 0 };
};
//- Calls `visit` with the position of every element, in C order.
const $walk = (shape, stride, at, visit, k = 0) => {
  if (k == shape.length) visit(at);
  else for (let i = 0; i < shape[k]; i++, at += stride[k]) $walk(shape, stride, at, visit, k + 1);
};
//- The lengths of nested lists.
const $count = (v) => (typeof v == "object" ? v?.length : undefined);
const $nested = (list) => {
  const shape = [];
  for (let v = list; $count(v) >= 0 && shape.length < 33; v = v[0]) shape.push(v.length);
  return shape;
};
//- Calls `visit` with all their elements.
const $each = (v, shape, where, visit, k = 0) => {
  if ($count(v) !== shape[k]) $raise("TypeError", `${where}: the nested arrays differ in length`);
  if (k == shape.length) visit(v);
  else for (let i = 0; i < shape[k]; i++) $each(v[i], shape, where, visit, k + 1);
};
//#if complexes
//- An element as a value of JavaScript; complex numbers are pairs.
const $element = (dtype, data, at) => ($floats(dtype) > 1 ? [data[2 * at], data[2 * at + 1]] : $value(dtype, data[at]));
//- A complex number as a pair.
const $pair = (v, dtype, where, check = $check(dtype)) => {
  const pair = $count(v) === 2 ? [v[0], v[1]] : [v, 0];
  return pair.map((v) => check(v, where));
};
//#end
//#if written array_results packs
//- The elements back into the nested lists that they came from.
const $unpack = (dtype, list, data, k = 0) => {
  for (let i = 0; i < list.length; i++) {
    if (Object(list[i]) === list[i]) k = $unpack(dtype, list[i], data, k);
    else list[i] = typeof list[i] == "bigint" ? data[k++] : $value(dtype, data[k++]);
  }
  return k;
};
//#end
