//- Dtypes, and what one value of them may be.
//#if arrays params scalar_results scalar_params complexes
const $types = { __proto__: null, @types };
//#end
//#if arrays
//- What a typed array really is, whatever its class or its own properties say; the tag of anything else is undefined.
const $intrinsic = (key) => {
  const { get } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Int8Array.prototype), key);
  return (x) => get.call(x);
};
const $tag = $intrinsic(Symbol.toStringTag), $length = $intrinsic("length"), $buffer = $intrinsic("buffer"), $start = $intrinsic("byteOffset");
//- A property, but not one that somebody added to all objects.
const $own = (object, key, v = object[key]) => (v === Object.prototype[key] ? undefined : v);
//#if full
//- Lengths or strides as a list of our own.
const $axes = (list) => (list?.length >= 0 ? Array.prototype.slice.call(list, 0, 99) : $raise("TypeError", `expected a list of integers, got ${$got(list)}`));
//#end
//#end
//#if text_results prints messages
//- Text as it is: a mark at its beginning belongs to it.
const $decode = (bytes) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
//#end
//#if complexes
//- Floats of an element: a complex number is a pair of them.
const $floats = (dtype) => 1 + (dtype[0] == "c");
//#end
//- A value in messages.
const $got = (v) => (v === null || /^[nbu]/.test(typeof v) ? `${v}` : typeof v);
//#if arrays scalar_params complexes
//- A test that yields the value if it is one of the dtype; 64-bit integers may be numbers or bigints.
//#if scalar_params
const $check = (dtype, expected = dtype) => {
//#else
const $check = (dtype) => {
//#end
  //#if ints
  const range = 256 ** $types[dtype].BYTES_PER_ELEMENT, low = dtype[0] == "u" ? 0 : -range / 2;
  //#end
  return (v, where) => {
    //#if floats
    //#if complexes
    if (/^[fc]/.test(dtype) && typeof v == "number") return v;
    //#else
    if (dtype[0] == "f" && typeof v == "number") return v;
    //#end
    //#end
    //#if bools
    if (dtype == "bool" && (v === !!v || v === +!!v)) return v;
    //#end
    //#if ints
    //#if floats bools
    if (/^u?int/.test(dtype) && (typeof v == "bigint" || Number.isInteger(v))) {
    //#else
    if (typeof v == "bigint" || Number.isInteger(v)) {
    //#end
      //#if longs
      if (range > 2 ** 53 && typeof v == "number" && Math.abs(v) > 2 ** 53) $raise("OverflowError", `${where}: ${v} is beyond 2^53, pass a bigint`);
      //#end
      return v >= low && v < low + range ? v : $raise("OverflowError", `${where}: Python integer ${v} out of bounds for ${dtype}`);
    }
    //#end
    $raise("TypeError", `${where}: expected ${@expected}, got ${$got(v)}`);
  };
};
//#end
//#if long_values
//- A 64-bit integer as a number, given a number near it.
const $safe = (n, exact) => (Number.isSafeInteger(n) ? n : $raise("OverflowError", `${exact()} is beyond 2^53: compile with --js-int64 bigint`));
//#end
//#if full
//- An element as a value of JavaScript.
const $value = (dtype, v) => {
  if (dtype == "bool") return !!v;
  //#if long_values
  if (typeof v == "bigint") return $safe(Number(v), () => v);
  //#end
  return v;
};
//#end
