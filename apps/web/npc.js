// The npc compiler in a page, a worker or Node: npc.wasm and what JavaScript needs to use it. `apps/web/build` makes the
// file that is used from this one: it puts the run time of the bindings in, so that no text is ever evaluated and a
// strict content security policy needs nothing but 'wasm-unsafe-eval'.
//
//     const npc = await load(new URL("npc.wasm", import.meta.url));
//     const k = npc.compile(source, { sig: ["f: float64(float64[:])"] });
//     k.exports.f(xs);
//     const f = npc.compileFunction(source, "f");         // compiled at each call with arguments of other types
//     f(xs);

/** The run time of the bindings, by the form of 64-bit integers. */
const RUNTIMES = { /* @runtimes */ };

/** A program has errors: `diagnostics` as data, and as text in the message. */
export class CompileError extends Error {
  name = "CompileError";
  constructor(compiled) {
    super(compiled.text.trimEnd());
    this.diagnostics = compiled.diagnostics;
  }
}

/** The compiler broke one of its own rules. The next compilation has a fresh compiler. */
export class CompilerBug extends Error {
  name = "CompilerBug";
}

/** The compiler, from bytes, a module, a response or an address, or a promise of one of them; by default npc.wasm beside this file. */
export async function load(source = new URL("npc.wasm", import.meta.url)) {
  source = await source;
  if (typeof source === "string" || source instanceof URL) source = await read(new URL(source, globalThis.location?.href));
  if (typeof source?.arrayBuffer === "function") source = await source.arrayBuffer();
  return loadSync(source instanceof WebAssembly.Module ? source : await WebAssembly.compile(source));
}

/** The compiler at once, from bytes or a module. */
export function loadSync(source) {
  return new Npc(source instanceof WebAssembly.Module ? source : new WebAssembly.Module(source));
}

async function read(url) {
  const fs = url.protocol === "file:" && globalThis.process?.getBuiltinModule?.("node:fs");
  if (fs) return fs.readFileSync(url);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return response;
}

class Npc {
  #module;
  #instance;

  constructor(module) {
    this.#module = module;
  }

  /** Compiles a source. Errors of the program are `diagnostics`; nothing is thrown for them until `exports` is read. */
  compile(source, options = {}) {
    const emit = [...(options.emit ?? ["js", "dts"]), "table"];
    const texts = [source, ...Object.values(options.modules ?? {}).map((module) => module.source ?? module)];
    const { json, wasm } = this.ask({ ...options, source: wellFormed(source), emit, normal: normalForms(texts) });
    return new Compiled(json, wasm);
  }

  /**
   * A function of the source that is compiled for the types of its arguments: dtypes, ranks and memory order of arrays,
   * kinds of scalars. One instance is kept for each; `instances` has them all. Types in the source come first.
   */
  compileFunction(source, name, options = {}) {
    const first = this.compile(source, { ...options, emit: [], export: [name] });
    const typed = !first.diagnostics.some(isError);
    if (!typed && first.diagnostics.some((found) => isError(found) && found.code !== "missing-type")) throw new CompileError(first);
    const instances = new Map();
    const instance = (types) => {
      const key = JSON.stringify(types);
      if (!instances.has(key)) instances.set(key, this.compile(source, { ...options, emit: [], call: { function: name, types } }));
      return instances.get(key);
    };
    const call = (...args) => {
      const compiled = typed ? first : instance(positional(args, name).map((arg, k) => typeOf(arg, `${name}(argument ${k + 1})`)));
      return compiled.exports[compiled.names[name]](...args);
    };
    if (typed) instances.set("declared", first);
    return Object.assign(call, { instances });
  }

  /** One request to the module and its answer, as `apps/web/src/request.rs` describes them. */
  ask(request) {
    const instance = (this.#instance ??= new WebAssembly.Instance(this.#module).exports);
    const bytes = new TextEncoder().encode(JSON.stringify(request));
    let length;
    try {
      const at = instance.npc_input(bytes.length) >>> 0;
      new Uint8Array(instance.memory.buffer, at, bytes.length).set(bytes);
      length = instance.npc_answer();
    } catch (error) {
      this.#instance = undefined;
      return broken(instance, error);
    }
    const answer = new Uint8Array(instance.memory.buffer, instance.npc_output() >>> 0, length).slice();
    const end = 4 + new DataView(answer.buffer).getUint32(0, true);
    const json = JSON.parse(new TextDecoder("utf-8", { ignoreBOM: true }).decode(answer.subarray(4, end)));
    if (json.refused) throw new TypeError(json.refused);
    return { json, wasm: answer.subarray(end) };
  }
}

/** What a trap means: a panic has left a message; without one the stack was too small, or the memory. */
function broken(instance, error) {
  let text = "";
  try {
    const length = instance.npc_panicked();
    text = new TextDecoder().decode(new Uint8Array(instance.memory.buffer, instance.npc_output() >>> 0, length));
  } catch {
    // Nothing more is to be learned from it.
  }
  if (text || !/stack|memory/i.test(error.message)) {
    throw new CompilerBug(`a bug in npc: ${text || error.message}. Please report it with the Python source.`, { cause: error });
  }
  const message = "this program is too large, or nested too deeply, to be compiled in a page";
  const help = "split it into smaller functions, or use the command `npc`";
  const found = { severity: "error", code: "too-large", message, labels: [], help: [help], notes: [] };
  const report = `error[too-large]: ${message}\n  |\n  = help: ${help}\n`;
  return { json: { diagnostics: [{ ...found, text: report }], text: report }, wasm: new Uint8Array() };
}

/** A compilation: what came of it, and what there is to say of it. */
class Compiled {
  #table;
  #exports;

  constructor(json, wasm) {
    const { table, ...rest } = json;
    this.#table = table;
    Object.assign(this, rest, { wasm: wasm.length ? wasm : null, names: table?.names ?? {} });
  }

  /** The functions, as `js` exports them: compiled and bound when they are first asked for. */
  get exports() {
    return (this.#exports ??= this.#bind());
  }

  #bind() {
    if (!this.wasm) throw new CompileError(this);
    return RUNTIMES[this.#table.int64](new WebAssembly.Module(this.wasm), this.#table, functions);
  }
}

/** Functions for a module that somebody else compiled: `table` is the answer's. For tests. */
export function bind(module, table) {
  return RUNTIMES[table.int64](module, table, functions);
}

/** The functions of a table: `[exported name, expression]`, in the words of the run time. */
function functions(table, words) {
  return Object.fromEntries(table.functions.map(([name, text]) => [name, evaluate(text, words)]));
}

const CONSTANTS = { true: true, false: false, null: null, undefined, NaN, Infinity, "-Infinity": -Infinity };

/** An expression of calls, lists and constants: `fn("f", "f", [["x", ndarray("int32", 1)]], scalar("int32"))`. */
function evaluate(text, words) {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?n?|-?\w+|[()[\],]/g);
  let at = 0;
  const list = (end) => {
    const items = [];
    while (tokens[at] !== end) {
      items.push(value());
      if (tokens[at] === ",") at++;
    }
    at++;
    return items;
  };
  const value = () => {
    const token = tokens[at++];
    if (token === "[") return list("]");
    if (token[0] === '"') return JSON.parse(token);
    if (Object.hasOwn(CONSTANTS, token)) return CONSTANTS[token];
    if (/^-?\d/.test(token)) return token.endsWith("n") ? BigInt(token.slice(0, -1)) : Number(token);
    if (!Object.hasOwn(words, token)) throw new Error(`a bug in npc: \`${token}\` in the table of functions`);
    if (tokens[at] !== "(") return words[token];
    at++;
    return words[token](...list(")"));
  };
  return value();
}

const isError = (found) => found.severity === "error";

/** Halves of surrogate pairs have no UTF-8; what replaces them is as long. */
const wellFormed = (text) => String(text).replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");

/** The words beyond ASCII whose normal form is another one, with that form: the compiler has no tables for it. */
function normalForms(texts) {
  const words = texts.flatMap((text) => String(text).match(/\p{XIDC}*[^\0-\x7f]\p{XIDC}*/gu) ?? []);
  const forms = words.map((word) => [word, word.normalize("NFKC")]);
  return Object.fromEntries(forms.filter(([word, form]) => word !== form));
}

/** The arguments without the options that may stand last. */
function positional(args, name) {
  const last = args.at(-1);
  const plain = Object(last) === last && !("data" in last) && [Object.prototype, null].includes(Object.getPrototypeOf(last));
  if (!plain) return args;
  const other = Object.keys(last).find((key) => key !== "out" && key !== "resident");
  if (other) throw new TypeError(`${name}(): pass '${other}' by position, or give the function types in the source`);
  return args.slice(0, -1);
}

/** The type of an argument, as the interface writes types. Whole numbers are Python's int, as in `f(3)`. */
function typeOf(value, where) {
  if (value === null) return "None";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "bigint") return "int";
  if (typeof value === "number") return Number.isSafeInteger(value) && !Object.is(value, -0) ? "int" : "float";
  const data = value?.data ?? value;
  if (ArrayBuffer.isView(data) && !(data instanceof DataView)) return arrayType(value, data, where);
  if (!Array.isArray(data)) throw new TypeError(`${where}: expected a number, a boolean, null or an array, got ${typeof value}`);
  const flat = data.flat(Infinity);
  const numbers = flat.every((item) => /^(number|bigint|boolean)$/.test(typeof item));
  return numbers ? listType(data, flat) : data.map((item, k) => typeOf(item, `${where}[${k}]`));
}

function arrayType(value, data, where) {
  const name = data[Symbol.toStringTag].replace(/Big|Clamped|Array/g, "").toLowerCase();
  if (!/^(u?int(8|16|32|64)|float(32|64))$/.test(name)) throw new TypeError(`${where}: ${name} arrays are not supported`);
  const dtype = value.dtype === "bool" && name === "uint8" ? "bool" : name;
  const shape = [...(value.shape ?? [data.length])];
  const stride = value.stride ?? value.strides;
  return { dtype, rank: shape.length, layout: stride ? layoutOf(shape, [...stride]) : "C" };
}

/** C or F where the elements lie side by side in that order, else A. */
function layoutOf(shape, stride) {
  const dense = (axes) => {
    let step = 1;
    return axes.every((axis) => {
      const fits = shape[axis] < 2 || stride[axis] === step;
      step *= shape[axis];
      return fits;
    });
  };
  const axes = shape.map((_, axis) => axis);
  if (shape.includes(0) || dense([...axes].reverse())) return "C";
  return dense(axes) ? "F" : "A";
}

/** A list of numbers as `np.array` takes it: bool, int64 or float64. */
function listType(list, flat) {
  let rank = 0;
  for (let inner = list; Array.isArray(inner); inner = inner[0]) rank++;
  const whole = (item) => typeof item === "bigint" || typeof item === "boolean" || (Number.isSafeInteger(item) && !Object.is(item, -0));
  const dtype = !flat.every(whole) || !flat.length ? "float64" : flat.every((item) => typeof item === "boolean") ? "bool" : "int64";
  return { dtype, rank, layout: "C" };
}
