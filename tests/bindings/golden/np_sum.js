// Made by npc.
class PythonError extends Error {
 traceback = [];
}
class MemoryError extends PythonError {}
class ValueError extends PythonError {}
class OverflowError extends PythonError {}
const $errors = { TypeError, MemoryError, ValueError, OverflowError };
for (const name in $errors) $errors[name].prototype.name = name;
const $raise = (type, message, more) => {
 throw Object.assign(new $errors[type](message), more);
};
const $types = { __proto__: null, int32: Int32Array, int64: BigInt64Array };
const $got = (v) => (v === null || /^[nbu]/.test(typeof v) ? `${v}` : typeof v);
const $check = (dtype, expected = dtype) => {
 const range = 256 ** $types[dtype].BYTES_PER_ELEMENT, low = dtype[0] == "u" ? 0 : -range / 2;
 return (v, where) => {
  if (typeof v == "bigint" || Number.isInteger(v)) {
   return v >= low && v < low + range ? v : $raise("OverflowError", `${where}: Python integer ${v} out of bounds for ${dtype}`);
  }
  $raise("TypeError", `${where}: expected ${expected}, got ${$got(v)}`);
 };
};
const $value = (dtype, v) => {
 if (typeof v == "bigint") {
  const n = Number(v);
  return Number.isSafeInteger(n) ? n : $raise("OverflowError", `${v} is beyond 2^53: compile with --js-int64 bigint`);
 }
 return v;
};
const $bind = (module) => {
 const { exports } = new WebAssembly.Instance(module), { memory, npc_alloc, npc_release } = exports;
 let cached, parsed;
 const view = () => (cached?.buffer === memory.buffer ? cached : (cached = new DataView(memory.buffer)));
 const get = (at) => Number(view().getBigInt64(at, true));
 const put = (at, v, to = view()) => (to.setInt32(at, v, true), to.setInt32(at + 4, Math.floor(v / 2 ** 32), true));
 const alloc = (bytes) => (bytes < 2 ** 32 - 65536 && npc_alloc(bytes) >>> 0) || $raise("MemoryError", `Unable to allocate ${bytes} bytes`);
 const before = get(136), frame = alloc(56) + 16, own = get(136) - before;
 const npc = {
  memory, module,
  get interface() { return (parsed ??= JSON.parse(new TextDecoder().decode(WebAssembly.Module.customSections(module, "npc.abi")[0]))); },
  reserve(bytes) { npc_release(alloc(bytes)); },
  get inUse() { return get(136) - own; },
 };
 const read = (dtype, x, where, layout) => {
  const object = ArrayBuffer.isView(x) ? {} : Object(x), list = object.data ?? x, type = $types[dtype], item = type.BYTES_PER_ELEMENT;
  let data = list, { shape, offset = object.storage?.offset ?? 0 } = object, got = $got(x);
  const convert = (values) => {
   const check = $check((got = dtype));
   return type.from(values, (v) => Number(check(v, where)));
  };
  if (ArrayBuffer.isView(data)) {
   got = data[Symbol.toStringTag].replace(/Big|Clamped|Array/g, "").toLowerCase();
   shape ??= [data.length];
  } else if (Array.isArray(list)) {
   data = convert(list);
   shape ??= [list.length];
  }
  if (got != dtype || shape.length != 1) $raise("TypeError", `${where}: expected ${dtype}[n], got ${got}${shape ? `[${[...shape].join(", ")}]` : ""}`);
  const [size] = shape, [step] = object.stride ?? object.strides ?? [1], span = (size && size - 1) * step;
  const lo = offset + Math.min(0, span), hi = offset + Math.max(0, span) + !!size;
  if (![size, step, offset].every(Number.isInteger) || size < 0 || lo < 0 || hi > data.length) {
   $raise("TypeError", `${where}: strides out of bounds`);
  }
  const start = data.byteOffset + lo * item, bytes = (hi - lo) * item;
  return { dtype, data, size, step, offset, lo, item, start, bytes, base: data.buffer === memory.buffer && start };
 };
 const forgotten = new FinalizationRegistry(npc_release);
 const array = (npc.array = (dtype, shape, values) => {
  const type = $types[dtype] ?? $raise("TypeError", `array(dtype): got ${$got(dtype)}`), [size] = shape;
  if (size < 0 || !Number.isInteger(size) || shape.length != 1) $raise("ValueError", `array(shape): expected [n], got [${shape}]`);
  const from = values && read(dtype, values, "array(values)");
  if (from && from.size != size) $raise("ValueError", `array(values): expected ${size} values, got ${from.size}`);
  const copy = from && type.from({ length: size }, (_, k) => from.data[from.offset + k * from.step]);
  let header = alloc(size * type.BYTES_PER_ELEMENT), cached;
  const address = header + 16, dispose = () => (forgotten.unregister(made), npc_release(header), (header = 0));
  const made = {
   dtype, shape: [size], stride: [1], strides: [1], offset: 0, ndim: 1, size, resident: true,
   get data() {
    if (!header) $raise("ValueError", "the array is disposed of");
    return cached?.buffer === memory.buffer ? cached : (cached = new type(memory.buffer, address, size));
   },
   toTypedArray: () => made.data.slice(), dispose, [Symbol.dispose ?? "dispose"]: dispose,
  };
  forgotten.register(made, header, made);
  made.data.set(copy ?? new type(size));
  return made;
 });
 const ndarray = (dtype, layout) => ({
  take(call, v, where) { call.words.push(read(dtype, v, where, layout)); },
 });
 const scalar = (dtype, name) => {
  const read = `get${$types[dtype].name.slice(0, -5)}`;
  return {
   bytes: 8,
   give: (call, at) => $value(dtype, view()[read](at, true)),
  };
 };
 const accept = (name, params, args, call) => {
  const last = args.at(-1);
  if (Object(last) === last && !("data" in last) && !Object.getPrototypeOf(Object.getPrototypeOf(last) ?? last)) {
   args.pop();
   for (const key of Object.keys(last)) {
    const k = params.findIndex((p) => p[0] == key);
    if (k < 0 || args[k] !== undefined) $raise("TypeError", `${name}() got ${k < 0 ? "an unexpected keyword argument" : "multiple values for argument"} '${key}'`);
    else args[k] = last[key];
   }
  }
  params.forEach(([param, type, value], k) => {
   value = args[k];
   if (value === undefined) $raise("TypeError", `${name}() missing 1 required positional argument: '${param}'`);
   type.take(call, value, `${name}(${param})`);
  });
  return call.words;
 };
 const fn = (name, entry, params, result) =>
 ({ [name](...args) {
  const headers = [], call = { words: [] };
  const words = accept(name, params, args, call);
  try {
   const arrays = words.filter((w) => w.data);
   for (const a of arrays.filter((a) => !a.base)) {
    headers.push((a.block = alloc(a.bytes)));
    new Uint8Array(memory.buffer, (a.base = a.block + 16), a.bytes).set(new Uint8Array(a.data.buffer, a.start, a.bytes));
   }
   let next = frame + (result?.bytes ?? 0);
   for (const a of arrays) {
    const { item, size, step } = a, first = a.base + (a.offset - a.lo) * item;
    a.at = next;
    for (const v of [0, size, item, first, size, step * item]) put(next, v), (next += 8);
   }
   exports[entry](frame, 16, ...words.map((w) => w.at ?? w));
   return result?.give(call, frame);
  } finally {
   headers.forEach((header) => npc_release(header));
  }
 } })[name];
 return {
  array,
  npc,
  np_sum: fn("np_sum", "np_sum", [["x", ndarray("int32")]], scalar("int64")),
 };
};
const $compile = (base64) => {
 try {
  return new WebAssembly.Module(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)));
 } catch (error) {
  error.message += " (does the page's CSP allow 'wasm-unsafe-eval'?)";
  throw error;
 }
};
export const { np_sum, array, npc } = $bind($compile("d2FzbQ=="));
export { PythonError, MemoryError, ValueError, OverflowError };
