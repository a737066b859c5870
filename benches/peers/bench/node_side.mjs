// The process of the Node side: npc's wasm, clang's, hand-written wasm, JavaScript and numpy-ts.
//
// It reads one JSON request a line and answers each with one line.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const TYPES = {
  bool: Uint8Array, uint8: Uint8Array, int32: Int32Array, int64: BigInt64Array, float32: Float32Array, float64: Float64Array,
  complex128: Float64Array,
};
const NUMBERS = { int64: Float64Array };
const packages = createRequire(process.argv[2] + "/");
const product = (shape) => shape.reduce((a, b) => a * b, 1);
const parts = (dtype) => (dtype == "complex128" ? 2 : 1);

let loaded, peers;

// Arguments as typed arrays and numbers, and the form of the result.
const load = ({ name, kernel, data }) => {
  for (const peer in peers) peers[peer].close?.();
  peers = {};
  const args = data.args.map((arg) => {
    if (!arg.file) return arg;
    const bytes = readFileSync(arg.file);
    const type = TYPES[arg.dtype];
    return { ...arg, values: new type(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)) };
  });
  loaded = { name, kernel, args, extents: data.extents, result: data.result };
};

// An npc module, called as docs/abi.md says, without its JavaScript: arrays live in it, each call allocates its result, and the one before
// is freed, as in NumPy.
const openNpc = (folder) => {
  const { name, kernel, args, result } = loaded;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(`${folder}/${kernel}.wasm`)));
  const { memory, npc_alloc: alloc, npc_release: release } = exports;
  const view = () => new DataView(memory.buffer);
  const words = args.map((arg) => (arg.file ? describe(exports, arg) : Number.isInteger(arg.value) ? BigInt(arg.value) : arg.value));
  const rank = result.shape?.length, ret = alloc(rank == null ? 8 : 32 + 16 * rank) + 16, f = exports[name];
  // The context, which has a fixed address.
  words.unshift(16);
  const call = () => {
    if (f(ret, ...words)) throw new Error(`${name} raised`);
  };
  const fresh = () => {
    new Uint8Array(memory.buffer, ret, 32 + 16 * rank).fill(0);
    call();
    release(view().getUint32(ret, true));
  };
  const type = TYPES[result.dtype];
  if (rank == null) return { call, read: () => new type(memory.buffer, ret, 1).slice() };
  const read = () => new type(memory.buffer, view().getUint32(ret + 24, true), product(result.shape) * parts(result.dtype)).slice();
  return { call: fresh, read };
};

// The address of the descriptor of an array with these values, in C order.
const describe = ({ memory, npc_alloc: alloc }, { dtype, shape, values }) => {
  const at = alloc(32 + 16 * shape.length) + 16, data = alloc(values.byteLength) + 16, item = values.BYTES_PER_ELEMENT * parts(dtype);
  new values.constructor(memory.buffer, data, values.length).set(values);
  const strides = shape.map((_, axis) => item * product(shape.slice(axis + 1)));
  const fields = new BigInt64Array(memory.buffer, at, 4 + 2 * shape.length);
  fields.set([0, product(shape), item, data, ...shape, ...strides].map(BigInt));
  return at;
};

// A module of clang's or a hand-written one: addresses of arrays, numbers, the destination, extents.
const openRaw = (file) => {
  const { name, args, extents, result } = loaded;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), stubs(file));
  const f = exports[name];
  if (!f) throw new Error("absent");
  exports._initialize?.();
  let top = 1 << 16;
  const room = exports.malloc ?? ((bytes) => {
    const at = top;
    top += (bytes + 15) & ~15;
    const missing = top - exports.memory.buffer.byteLength;
    if (missing > 0) exports.memory.grow(Math.ceil(missing / 65536));
    return at;
  });
  const place = (dtype, shape) => {
    const type = TYPES[dtype], size = product(shape) * parts(dtype), at = (room(size * type.BYTES_PER_ELEMENT + 16) + 15) & ~15;
    return { at, view: () => new type(exports.memory.buffer, at, size) };
  };
  const arrays = args.filter((arg) => arg.file).map((arg) => {
    const { at, view } = place(arg.dtype, arg.shape);
    view().set(arg.values);
    return at;
  });
  const words = [...arrays, ...args.filter((arg) => !arg.file).map((arg) => arg.value)];
  const out = result.shape && place(result.dtype, result.shape);
  if (out) words.push(out.at);
  words.push(...extents);
  return { call: () => f(...words), read: (got) => (out ? out.view() : got) };
};

// libc mentions the system in paths that no kernel takes.
const stubs = (file) => {
  const imports = {};
  for (const { module, name } of WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(file)))) {
    (imports[module] ??= {})[name] = () => 0;
  }
  return imports;
};

// Plain loops over typed arrays.
const openJs = async (file) => {
  const { name, args, extents, result } = loaded;
  const module = await import(pathToFileURL(file).href);
  const f = module.js?.[name];
  if (!f) throw new Error("absent");
  const words = [...args.filter((arg) => arg.file).map((arg) => arg.values), ...args.filter((arg) => !arg.file).map((arg) => arg.value)];
  let out;
  if (result.shape) {
    const type = (module.counts && NUMBERS[result.dtype]) ?? TYPES[result.dtype];
    out = new type(product(result.shape) * parts(result.dtype));
    words.push(out);
  }
  words.push(...extents);
  return { call: () => f(...words), read: (got) => out ?? got };
};

// With room enough: out of its memory it falls back to JavaScript for good.
let np;
const numpyTs = async () => {
  if (np) return np;
  np = await import(pathToFileURL(packages.resolve("numpy-ts")).href);
  np.configureWasm({ maxMemory: 2 ** 31, scratchSize: 2 ** 28 });
  return np;
};

// numpy-ts; temporaries are disposed of, as its documentation asks for.
const openTs = async (file) => {
  const { name, args } = loaded;
  const module = await import(pathToFileURL(file).href);
  if (!module.ts) throw new Error("absent");
  const np = await numpyTs();
  const temporaries = [];
  const f = module.ts(np, (made) => (temporaries.push(made), made))[name];
  if (!f) throw new Error("absent");
  const given = args.map((arg) => (arg.file ? np.array(arg.values).reshape(...arg.shape) : arg.value));
  const read = (got) => (got?.data && got.shape ? got.data.slice() : got);
  const done = (got) => {
    got?.dispose?.();
    while (temporaries.length) temporaries.pop().dispose();
  };
  return { call: () => f(...given), read, done, close: () => given.forEach((arg) => arg.dispose?.()) };
};

const wat = async (file) => {
  const wabt = await packages("wabt")();
  const module = wabt.parseWat(file, readFileSync(file, "utf8"), { simd: true });
  const path = `${process.argv[3]}/hand.wasm`;
  writeFileSync(path, module.toBinary({}).buffer);
  return path;
};

const OPENERS = { wasm: openNpc, clang: openRaw, simd: openRaw, hand: async (file) => openRaw(await wat(file)), js: openJs, ts: openTs };

// Makes a peer ready and writes its result, which the Python side compares.
const open = async ({ peer, from, to }) => {
  const made = await OPENERS[peer.split(":")[0]](from);
  peers[peer] = made;
  const got = made.call();
  const value = made.read(got);
  made.done?.(got);
  const { dtype } = loaded.result;
  const values = typeof value == "object" ? value : [value];
  const asNumbers = values instanceof Float64Array || values instanceof Float32Array || typeof values[0] == "number";
  const written = ArrayBuffer.isView(values) ? values
    : typeof values[0] == "bigint" ? BigInt64Array.from(values) : Float64Array.from(values);
  writeFileSync(to, new Uint8Array(written.buffer, written.byteOffset, written.byteLength));
  const name = Object.keys(TYPES).find((key) => TYPES[key] == written.constructor);
  return dtype.startsWith("complex") ? dtype : asNumbers ? name : dtype == "bool" ? "bool" : name;
};

const time = ({ peer, calls }) => {
  const { call, done } = peers[peer];
  const start = process.hrtime.bigint();
  if (done) for (let k = 0; k < calls; k++) done(call());
  else for (let k = 0; k < calls; k++) call();
  return Number(process.hrtime.bigint() - start);
};

const ACTIONS = { load, open, time };
for await (const line of createInterface({ input: process.stdin })) {
  const { do: action, ...request } = JSON.parse(line);
  let answer;
  try {
    answer = { ok: (await ACTIONS[action](request)) ?? null };
  } catch (error) {
    answer = { error: `${error.name}: ${error.message}`.slice(0, 200) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}
