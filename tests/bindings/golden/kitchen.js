// Made by npc.
class PythonError extends Error {
 traceback = [];
}
class MemoryError extends PythonError {}
class ValueError extends PythonError {}
class IndexError extends PythonError {}
class OverflowError extends PythonError {}
class ZeroDivisionError extends PythonError {}
const $errors = { TypeError, MemoryError, ValueError, IndexError, OverflowError, ZeroDivisionError };
for (const name in $errors) $errors[name].prototype.name = name;
const $raise = (type, message, more) => {
 throw Object.assign(new $errors[type](message), more);
};
const $types = { __proto__: null, bool: Uint8Array, int8: Int8Array, int16: Int16Array, int32: Int32Array, int64: BigInt64Array, uint8: Uint8Array, uint16: Uint16Array, uint32: Uint32Array, uint64: BigUint64Array, float32: Float32Array, float64: Float64Array };
const $got = (v) => (v === null || /^[nbu]/.test(typeof v) ? `${v}` : typeof v);
const $check = (dtype, expected = dtype) => {
 const range = 256 ** $types[dtype].BYTES_PER_ELEMENT, low = dtype[0] == "u" ? 0 : -range / 2;
 return (v, where) => {
  if (dtype[0] == "f" && typeof v == "number") return v;
  if (dtype == "bool" && (v === !!v || v === +!!v)) return v;
  if (/^u?int/.test(dtype) && (typeof v == "bigint" || Number.isInteger(v))) {
   if (range > 2 ** 53 && typeof v == "number" && Math.abs(v) > 2 ** 53) $raise("OverflowError", `${where}: ${v} is beyond 2^53, pass a bigint`);
   return v >= low && v < low + range ? v : $raise("OverflowError", `${where}: Python integer ${v} out of bounds for ${dtype}`);
  }
  $raise("TypeError", `${where}: expected ${expected}, got ${$got(v)}`);
 };
};
const $value = (dtype, v) => {
 if (dtype == "bool") return !!v;
 if (typeof v == "bigint") {
  const n = Number(v);
  return Number.isSafeInteger(n) ? n : $raise("OverflowError", `${v} is beyond 2^53: compile with --js-int64 bigint`);
 }
 return v;
};
const $product = (shape) => shape.reduce((a, n) => a * n, 1);
const $strides = (shape) => shape.map((_, k) => $product(shape.slice(k + 1)));
const $dense = (shape, stride) => $strides(shape).every((s, k) => shape[k] < 2 || s == stride[k]);
const $span = (shape, stride) => {
 let lo = 0, hi = 1;
 shape.forEach((n, k) => ((n = (n - 1) * stride[k]) < 0 ? (lo += n) : (hi += n)));
 return $product(shape) ? [lo, hi] : [0, 0];
};
const $walk = (shape, stride, at, visit, k = 0) => {
 if (k == shape.length) visit(at);
 else for (let i = 0; i < shape[k]; i++, at += stride[k]) $walk(shape, stride, at, visit, k + 1);
};
const $flatten = (list, where) => {
 const shape = [], flat = [], length = (v) => (typeof v == "object" ? v?.length : undefined);
 for (let v = list; length(v) >= 0 && shape.length < 33; v = v[0]) shape.push(v.length);
 const walk = (v, k) => {
  if (length(v) !== shape[k]) $raise("TypeError", `${where}: the nested arrays differ in length`);
  if (k < shape.length) for (const each of v) walk(each, k + 1);
  else flat.push(v);
 };
 walk(list, 0);
 return [shape, flat];
};
const $unpack = (dtype, list, data, k = 0) => {
 list.forEach((v, i) => {
  if (Object(v) === v) k = $unpack(dtype, v, data, k);
  else list[i] = $value(dtype, data[k++]);
 });
 return k;
};
const $index = (i, n, axis) =>
 Number.isInteger(i) && i >= -n && i < n ? (i < 0 ? i + n : i) : $raise("IndexError", `index ${i} is out of bounds for axis ${axis} with size ${n}`);
class $NDArray {
 #store;
 constructor(dtype, shape, stride, offset, store) {
  Object.assign(this, { dtype, shape, stride, offset });
  this.#store = store;
 }
 get strides() { return this.stride; }
 get ndim() { return this.shape.length; }
 get size() { return $product(this.shape); }
 get data() { return this.#store.data; }
 get resident() { return !!this.#store.free; }
 #cut(axis, order = this.shape.keys()) {
  let { offset } = this;
  const axes = Array.from(order, (k) => axis(this.shape[k], this.stride[k], k)).filter(([n, s, skip]) => ((offset += skip), n != null));
  return new $NDArray(this.dtype, axes.map((a) => a[0]), axes.map((a) => a[1]), offset, this.#store);
 }
 #at(i) {
  if (i.length != this.ndim) $raise("IndexError", `expected ${this.ndim} indices, got ${i.length}`);
  return i.reduce((at, i, k) => at + $index(i, this.shape[k], k) * this.stride[k], this.offset);
 }
 get(...i) { return $value(this.dtype, this.data[this.#at(i)]); }
 set(...i) {
  const { dtype, data } = this, v = $check(dtype)(i.pop(), "set"), at = this.#at(i);
  data[at] = typeof data[at] == "bigint" ? BigInt(v) : Number(v);
 }
 pick(...i) { return this.#cut((n, s, k) => (i[k] == null ? [n, s, 0] : [null, s, $index(i[k], n, k) * s])); }
 lo(...i) { return this.#cut((n, s, k) => [n - (k = $clip(i[k] ?? 0, n)), s, k * s]); }
 hi(...i) { return this.#cut((n, s, k) => [$clip(i[k] ?? n, n), s, 0]); }
 step(...i) {
  return this.#cut((n, s, k) => {
   const by = i[k] ?? 1;
   if (!by || !Number.isInteger(by)) $raise("ValueError", "a step is an integer other than 0");
   return [Math.ceil(n / Math.abs(by)), s * by, by < 0 && n ? (n - 1) * s : 0];
  });
 }
 transpose(...axes) {
  const all = [...this.shape.keys()];
  if (!axes.length) axes = all.reverse();
  else if (axes.length != all.length || !all.every((k) => axes.includes(k))) $raise("ValueError", "axes don't match array");
  return this.#cut((n, s) => [n, s, 0], axes);
 }
 toTypedArray() {
  const { data, shape, stride, offset, size } = this;
  if ($dense(shape, stride)) return data.slice(offset, offset + size);
  const copy = new data.constructor(size);
  let k = 0;
  $walk(shape, stride, offset, (at) => (copy[k++] = data[at]));
  return copy;
 }
 toArray() { return this.ndim ? Array.from(this, (a) => a.toArray?.() ?? a) : this.get(); }
 toNumbers() { return Float64Array.from(this.toTypedArray(), (v) => Number($value(this.dtype, v))); }
 *[Symbol.iterator]() {
  if (!this.ndim) $raise("TypeError", "iteration over a 0-d array");
  for (let i = 0; i < this.shape[0]; i++) yield this.ndim > 1 ? this.pick(i) : this.get(i);
 }
 dispose() { this.#store.free?.(); }
 [Symbol.dispose ?? "dispose"]() { this.dispose(); }
}
const $clip = (i, n) => (Number.isInteger(i) ? Math.max(0, Math.min(i, n)) : $raise("TypeError", `expected an integer, got ${$got(i)}`));
const $bind = (module) => {
 const { exports } = new WebAssembly.Instance(module), { memory, npc_alloc, npc_release } = exports;
 let cached, parsed;
 let trial = "";
 const view = () => (cached?.buffer === memory.buffer ? cached : (cached = new DataView(memory.buffer)));
 const get = (at) => Number(view().getBigInt64(at, true));
 const put = (at, v, to = view()) => (to.setInt32(at, v, true), to.setInt32(at + 4, Math.floor(v / 2 ** 32), true));
 const alloc = (bytes) => (bytes < 2 ** 32 - 65536 && npc_alloc(bytes) >>> 0) || $raise("MemoryError", `Unable to allocate ${bytes} bytes`);
 const before = get(136), frame = alloc(128) + 16, own = get(136) - before;
 const npc = {
  memory, module,
  get interface() { return (parsed ??= JSON.parse(new TextDecoder().decode(WebAssembly.Module.customSections(module, "npc.abi")[0]))); },
  reserve(bytes) { npc_release(alloc(bytes)); },
  get inUse() { return get(136) - own; },
 };
 const read = (dtype, rank, x, where, use, layout) => {
  const object = ArrayBuffer.isView(x) ? {} : Object(x), list = object.data ?? x, type = $types[dtype], item = type.BYTES_PER_ELEMENT;
  let data = list, { shape, offset = object.storage?.offset ?? 0 } = object, got = $got(x);
  const convert = (values) => {
   const check = $check((got = dtype));
   const cast = /int64/.test(dtype) ? BigInt : Number;
   return type.from(values, (v) => cast(check(v, where)));
  };
  if (rank == 1 && x instanceof type) {
   const start = x.byteOffset, { length, byteLength } = x, resident = x.buffer === memory.buffer;
   return { dtype, data: x, shape: [length], stride: [1], size: length, offset: 0, lo: 0, hi: length, use, dense: true, item, start, bytes: byteLength, list: false, base: resident && start };
  }
  if (ArrayBuffer.isView(data)) {
   got = data[Symbol.toStringTag].replace(/Big|Clamped|Array/g, "").toLowerCase();
   shape ??= [data.length];
   if (dtype == "bool" && got == "uint8") got = dtype;
   if (!use && /int64/.test(dtype) && got == dtype.replace(64, 32)) data = convert(data);
  } else if (use != "out" && (Array.isArray(list) || (!rank && !use && object !== x))) {
   const [nested, flat] = $flatten(list, where);
   shape ??= nested;
   if (shape.length == rank) data = convert(flat);
   else got = "array";
  }
  if (got != dtype || shape.length != rank) {
   const axes = ["", "n", "h, w", "d, h, w"][rank] ?? `${rank} axes`;
   $raise("TypeError", `${where}: expected ${dtype}[${axes}], got ${got}${shape ? `[${[...shape].join(", ")}]` : ""}`);
  }
  shape = [...shape];
  const stride = [...(object.stride ?? object.strides ?? $strides(shape))], [low, high] = $span(shape, stride), size = $product(shape);
  const lo = offset + low, hi = offset + high;
  if (![...shape, ...stride, offset].every(Number.isInteger) || shape.some((n) => n < 0) || stride.length != rank || lo < 0 || hi > data.length) {
   $raise("TypeError", `${where}: strides out of bounds`);
  }
  const order = (axes) => (layout == "F" ? [...axes].reverse() : axes), skip = layout == "F" ? 0 : rank - layout;
  if (layout && !$dense(order(shape).slice(skip), order(stride).slice(skip))) {
   const copy = new type(size), resident = data.buffer === memory.buffer && data.byteOffset, { length } = data;
   const each = (visit, k = 0) => $walk(order(shape), order(stride), offset, (at) => visit(at, k++));
   each((at, k) => (copy[k] = data[at]));
   const back = () => {
    const to = resident ? new type(memory.buffer, resident, length) : data;
    each((at, k) => (to[at] = copy[k]));
    if (data !== list) $unpack(dtype, list, data);
   };
   return Object.assign(read(dtype, rank, { data: copy, shape, stride: order($strides(order(shape))) }, where, use), { back });
  }
  if (trial == "exact" && data !== list) $raise("TypeError", `${where}: converted`);
  const start = data.byteOffset + lo * item, bytes = (hi - lo) * item;
  const dense = $dense(shape, stride);
  return { dtype, data, shape, stride, size, offset, lo, hi, use, dense, item, start, bytes, list: data !== list && list, base: data.buffer === memory.buffer && start };
 };
 const forgotten = new FinalizationRegistry(npc_release);
 const keep = (type, header, address, length) => {
  let cached;
  const store = {
   get data() {
    if (!header) $raise("ValueError", "the array is disposed of");
    return cached?.buffer === memory.buffer ? cached : (cached = new type(memory.buffer, address, length));
   },
   free() {
    forgotten.unregister(store);
    npc_release(header);
    header = 0;
   },
  };
  forgotten.register(store, header, store);
  return store;
 };
 const array = (npc.array = (dtype, shape, values) => {
  const type = $types[dtype] ?? $raise("TypeError", `array(dtype): got ${$got(dtype)}`), size = $product((shape = [...shape]));
  if (shape.some((n) => n < 0 || !Number.isInteger(n))) $raise("ValueError", `array(shape): got [${shape}]`);
  const from = values && read(dtype, 1, values, "array(values)");
  if (from && from.size != size) $raise("ValueError", `array(values): expected ${size} values, got ${from.size}`);
  const copy = from && new $NDArray(dtype, from.shape, from.stride, from.offset, from).toTypedArray();
  const header = alloc(size * type.BYTES_PER_ELEMENT), store = keep(type, header, header + 16, size);
  store.data.set(copy ?? new type(size));
  return new $NDArray(dtype, shape, $strides(shape), 0, store);
 });
 const ndarray = (dtype, rank, use, layout) => ({
  take(call, v, where) { call.words.push(read(dtype, rank, v, where, use, layout)); },
  bytes: 32 + 16 * rank,
  arrays: true,
  into(call, slot, out) {
   call.results.push(slot);
   if (out != null) call.outs.push(Object.assign(read(dtype, rank, out, call.name + "(out)", "out"), { slot }));
  },
  give(call, at, out) {
   if (out != null) return out;
   const type = $types[dtype], item = type.BYTES_PER_ELEMENT, axes = (from) => Array.from({ length: rank }, (_, k) => get(at + 8 * (from + k)));
   const shape = axes(4), stride = axes(4 + rank).map((s) => s / item), [lo, hi] = $span(shape, stride);
   const of = (store) => new $NDArray(dtype, shape, stride, -lo, store), place = [get(at + 24) + lo * item, hi - lo];
   if (call.resident) {
    const store = keep(type, get(at), ...place);
    call.kept.push(store);
    put(at, 0);
    return of(store);
   }
   let data = of({ data: new type(memory.buffer, ...place) }).toTypedArray();
   return rank == 1 ? data : new $NDArray(dtype, shape, $strides(shape), 0, { data });
  },
 });
 const scalar = (dtype, name) => {
  const check = $check(dtype, name);
  const long = /int64/.test(dtype);
  const read = `get${$types[dtype].name.slice(0, -5)}`;
  return {
   take(call, v, where) {
    v = check(v, where);
    if (long) {
     call.unsafe ||= !Number.isSafeInteger(Number(v));
     call.words.push(call.wide ? BigInt(v) : Number(v));
    } else
    call.words.push(Number(v));
   },
   bytes: 8,
   give: (call, at) => $value(dtype, view()[read](at, true)),
  };
 };
 const tuple = (...types) => {
  const offsets = types.map((_, k) => types.slice(0, k).reduce((at, t) => at + t.bytes, 0));
  const members = (v, where) => (v?.length === types.length ? v : $raise("TypeError", `${where}: expected a tuple of ${types.length}, got ${$got(v)}`));
  return {
   take(call, v, where) { types.forEach((t, k) => t.take(call, members(v, where)[k], `${where}[${k}]`)); },
   bytes: types.reduce((at, t) => at + t.bytes, 0),
   arrays: types.some((t) => t.arrays),
   into(call, slot, out) { types.forEach((t, k) => t.into?.(call, slot + offsets[k], out && members(out, call.name + "(out)")[k])); },
   give: (call, at, out) => types.map((t, k) => t.give(call, at + offsets[k], out?.[k])),
  };
 };
 const none = {
  bytes: 0,
  take(call, v, where) { if (v !== null) $raise("TypeError", `${where}: expected null, got ${$got(v)}`); },
  give: () => null,
 };
 const accept = (name, params, args, call) => {
  const last = args.at(-1);
  if (Object(last) === last && !("data" in last) && !Object.getPrototypeOf(Object.getPrototypeOf(last) ?? last)) {
   args.pop();
   for (const key of Object.keys(last)) {
    const k = params.findIndex((p) => p[0] == key);
    if (k < 0 && call.arrays && /^(out|resident)$/.test(key)) call[key] = last[key];
    else
    if (k < 0 || args[k] !== undefined) $raise("TypeError", `${name}() got ${k < 0 ? "an unexpected keyword argument" : "multiple values for argument"} '${key}'`);
    else args[k] = last[key];
   }
  }
  params.forEach(([param, type, value], k) => {
   if (args[k] !== undefined) value = args[k];
   if (value === undefined) $raise("TypeError", `${name}() missing 1 required positional argument: '${param}'`);
   type.take(call, value, `${name}(${param})`);
  });
  if (call.unsafe && !call.wide) {
   call.words = [];
   call.wide = true;
   accept(name, params, args.slice(0, params.length), call);
  }
  return call.words;
 };
 const check = (status) => {
  if (!status) return;
  const { sites, positions, files } = npc.interface, [type, message] = sites[get(16) - 1], at = positions[get(24)];
  const text = message.replace(/{{|}}|{(\d+)}/g, (all, k) => (k ? view().getBigInt64(32 + 8 * k, true) : all[0]));
  $raise(type, text, { traceback: at ? [{ file: files[at[0]], line: at[1], function: at[2] }] : [] });
 };
 const plain = (name, entry, js, params, result) => ({ [name](...args) {
  const call = { words: [], wide: !js }, words = accept(name, params, args, call);
  if (trial) return;
  const status = exports[call.wide ? entry : js](frame, 16, ...words);
  check(status);
  return result?.give(0, frame);
 } })[name];
 const restore = ({ dtype, dense, list, data, shape, stride, offset, lo, hi, base, back }) => {
  const from = new $types[dtype](memory.buffer, base, hi - lo);
  if (dense) data.set(from, lo);
  else $walk(shape, stride, offset, (at) => (data[at] = from[at - lo]));
  if (list) $unpack(dtype, list, data);
  back?.();
 };
 const fn = (name, entry, js, params, result) =>
 ({ [name](...args) {
  const headers = [], call = { words: [], name, arrays: result?.arrays, results: [], outs: [], kept: [] };
  call.wide = !js;
  const words = accept(name, params, args, call);
  result?.into?.(call, 0, call.out);
  if (trial) return;
  try {
   const arrays = words.filter((w) => w.data).concat(call.outs);
   const blocks = [];
   for (const a of arrays.filter((a) => !a.base).sort((a, b) => a.start - b.start)) {
    const { start } = a, { buffer } = a.data, end = start + a.bytes;
    a.block = blocks.find((b) => b.buffer === buffer && start < b.end);
    if (!a.block) blocks.push((a.block = { buffer, start, end }));
    a.block.end = Math.max(a.block.end, end);
    a.block.copy ||= a.use != "out" || !a.dense;
   }
   for (const b of blocks) headers.push((b.header = alloc(b.end - b.start + 8)));
   for (const { header, start, end, buffer, copy } of blocks) {
    if (copy) new Uint8Array(memory.buffer, header + 16 + (start & 7), end - start).set(new Uint8Array(buffer, start, end - start));
   }
   for (const a of arrays) if (a.block) a.base = a.block.header + 16 + (a.block.start & 7) + a.start - a.block.start;
   for (const at of call.results) for (let k = 0; k < 32; k += 4) view().setInt32(frame + at + k, 0);
   let next = frame + (result?.bytes ?? 0);
   for (const a of arrays) {
    const { item, shape, stride, slot } = a, first = a.base + (a.offset - a.lo) * item;
    const fields = [0, a.size, item, first, ...shape, ...stride.map((s) => s * item)];
    a.at = slot == null ? next : frame + slot;
    if (slot == null) next += 8 * fields.length;
    fields.forEach((v, k) => put(a.at + 8 * k, v));
    if (a.dtype == "bool") {
     const bytes = new Uint8Array(memory.buffer);
     $walk(shape, stride, first, (at) => (bytes[at] &&= 1));
    }
   }
   const status = exports[call.wide ? entry : js](frame, 16, ...words.map((w) => w.at ?? w));
   for (const a of arrays) if (a.block && (a.use == "written" || (a.use && !status))) restore(a);
   check(status);
   try {
    return result?.give(call, frame, call.out);
   } catch (error) {
    for (const store of call.kept) store.free();
    throw error;
   } finally {
    for (const at of call.results) npc_release(get(frame + at));
   }
  } finally {
   headers.forEach((header) => npc_release(header));
  }
 } })[name];
 const overloaded = (name, signatures, ...fns) => ({ [name](...args) {
  for (const level of ["exact", "any"]) {
   for (const f of fns) {
    trial = level;
    try {
     f(...args);
    } catch (error) {
     if (/^(Type|Overflow)Error$/.test(error.name)) continue;
     throw error;
    } finally {
     trial = "";
    }
    return f(...args);
   }
  }
  $raise("TypeError", `no signature takes these arguments: ${signatures}`);
 } })[name];
 return {
  array,
  npc,
  Array_: plain("Array", "same_f64", "", [["n", scalar("float64")]], scalar("float64")),
  __proto___: plain("__proto__", "same_f64", "", [["n", scalar("float64")]], scalar("float64")),
  arange: fn("arange", "arange", "arange.js", [["n", scalar("int64", "int"), 3]], ndarray("float64", 1)),
  count_true: fn("count_true", "count_true", "", [["x", ndarray("bool", 1)]], scalar("uint8")),
  delete_: plain("delete", "same_f64", "", [["n", scalar("float64")]], scalar("float64")),
  divmod: plain("divmod", "divmod", "divmod.js", [["a", scalar("int64", "int")], ["b", scalar("int64", "int")]], tuple(scalar("int64"), scalar("int64"))),
  get: plain("get", "same_f64", "", [["n", scalar("float64")]], scalar("float64")),
  halve: fn("halve", "halve", "", [["x", ndarray("int64", 1, "written")]]),
  hypot2: plain("hypot2", "hypot2", "", [["p", tuple(scalar("float64", "float"), scalar("float64", "float"))], ["q", none, null]], scalar("float64")),
  longs: fn("longs", "longs", "", [["n", scalar("int64", "int")]], ndarray("int64", 1)),
  negate: fn("negate", "negate", "", [["x", ndarray("float64", 1, "written", 1)]]),
  np_sum: fn("np_sum", "np_sum", "", [["x", ndarray("int32", 1)]], scalar("int64")),
  npc_: plain("npc", "same_f64", "", [["n", scalar("float64")]], scalar("float64")),
  pair: fn("pair", "pair", "", [["x", ndarray("float64", 1)]], tuple(ndarray("float64", 1), scalar("int64"))),
  same_bool: plain("same_bool", "same_i32", "", [["n", scalar("bool")]], scalar("bool")),
  same_f32: plain("same_f32", "same_f32", "", [["n", scalar("float32")]], scalar("float32")),
  same_f64: plain("same_f64", "same_f64", "", [["n", scalar("float64")]], scalar("float64")),
  same_i64: plain("same_i64", "same_i64", "same_i64.js", [["n", scalar("int64")]], scalar("int64")),
  same_i8: plain("same_i8", "same_i32", "", [["n", scalar("int8")]], scalar("int8")),
  same_int: plain("same_int", "same_i64", "same_i64.js", [["n", scalar("int64", "int")]], scalar("int64")),
  same_u32: plain("same_u32", "same_i32", "", [["n", scalar("uint32")]], scalar("uint32")),
  same_u64: plain("same_u64", "same_i64", "same_i64.js", [["n", scalar("uint64")]], scalar("uint64")),
  same_u8: plain("same_u8", "same_i32", "", [["n", scalar("uint8")]], scalar("uint8")),
  scale: fn("scale", "scale", "", [["x", ndarray("float64", 1, "written")], ["s", scalar("float64", "float"), 2.0]]),
  second: fn("second", "second", "", [["a", ndarray("float64", 2, undefined, 2)]], scalar("float64")),
  second_any: fn("second_any", "second", "", [["a", ndarray("float64", 2, undefined, 1)]], scalar("float64")),
  second_row: fn("second_row", "second", "", [["a", ndarray("float64", 2, undefined, "F")]], scalar("float64")),
  shift: fn("shift", "shift", "", [["dst", ndarray("float64", 1, "written")], ["src", ndarray("float64", 1)]]),
  then_: plain("then", "same_f64", "", [["n", scalar("float64")]], scalar("float64")),
  total: overloaded("total", "total(x: int32[:]), total(x: float64[:])",
   fn("total", "np_sum", "", [["x", ndarray("int32", 1)]], scalar("int64")),
   fn("total", "total__float64_1d", "", [["x", ndarray("float64", 1)]], scalar("float64")),
  ),
  transpose: fn("transpose", "transpose", "", [["a", ndarray("float64", 2)]], ndarray("float64", 2)),
  wrap: fn("wrap", "wrap", "", [["x", ndarray("float64", 0)]], ndarray("float64", 0)),
 };
};
//- From bytes, a module, a response or an address, or a promise of one of them.
export const instantiate = async (source) => {
  source = await source;
  if (typeof source == "string" || source instanceof URL) source = await fetch(source);
  if (source.arrayBuffer) source = await source.arrayBuffer();
  return $bind(source instanceof WebAssembly.Module ? source : await WebAssembly.compile(source));
};
export const instantiateSync = (source) => $bind(source instanceof WebAssembly.Module ? source : new WebAssembly.Module(source));
export { PythonError, MemoryError, ValueError, IndexError, OverflowError, ZeroDivisionError };
