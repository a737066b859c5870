// The Node leg of `npc parity`: reads cases, calls the function through the generated bindings, writes what came of it.
//
//     node leg.mjs JOB.json          lines of JSON on standard input and output
//
// JOB.json is { module, functions: [{ export, result }] }: the generated module, made with BigInts for 64-bit integers, and
// for each function its name and the type of its result. Results go back by their bits: what is right is decided elsewhere.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { TYPED, argument, claim, contents, decode, elements, floats, nameOf } from "./values.mjs";

const job = JSON.parse(readFileSync(process.argv[2], "utf8"));
const exports = await import(pathToFileURL(job.module).href);
// What the program prints goes nowhere: standard output is for answers.
console.log = console.info = console.debug = () => {};

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  let answer;
  try {
    answer = run(JSON.parse(line));
  } catch (error) {
    answer = { error: `the leg itself failed: ${error.stack}` };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}

function run(test) {
  const { export: name, result } = job.functions[test.function];
  const buffers = test.buffers.map(decode), before = test.buffers.map(decode);
  const args = test.args.map((arg) => argument(arg, buffers));
  const answer = {};
  try {
    answer.result = encode(result, exports[name](...args));
  } catch (error) {
    answer.exception = { type: nameOf(error), message: error.message, line: error.traceback?.at(-1)?.line ?? null };
  }
  answer.after = test.args.map((arg) => afterwards(arg, buffers, before));
  answer.in_use = exports.npc.inUse;
  answer.stray = strays(test.args, buffers, before);
  return answer;
}

function afterwards(arg, buffers, before) {
  if (arg.kind === "tuple") return { kind: "tuple", items: arg.items.map((item) => afterwards(item, buffers, before)) };
  if (arg.kind !== "array") return null;
  const now = Buffer.from(contents(arg, buffers).buffer);
  if (now.equals(Buffer.from(contents(arg, before).buffer))) return { kind: "unchanged" };
  return { kind: "array", dtype: arg.dtype, shape: arg.shape, data: now.toString("base64") };
}

/** True if a byte changed that belongs to no argument. */
function strays(args, buffers, before) {
  const changed = buffers.some((bytes, i) => !Buffer.from(bytes.buffer).equals(Buffer.from(before[i].buffer)));
  if (!changed) return false;
  const owned = before.map((bytes) => new Uint8Array(bytes.length));
  const visit = (arg) => {
    if (arg.kind === "tuple") arg.items.forEach(visit);
    else if (arg.kind === "array") claim(arg, owned[arg.base]);
  };
  args.forEach(visit);
  return buffers.some((bytes, i) => bytes.some((byte, at) => byte !== before[i][at] && !owned[i][at]));
}

// --- results -----------------------------------------------------------------------------------------------------

/** A result of a type of the interface, by its bits. A result that is of another type is an error of the bindings. */
function encode(type, value) {
  if (Array.isArray(type)) {
    if (!Array.isArray(value) || value.length !== type.length) throw new TypeError(`expected ${type.length} results, got ${value}`);
    return { kind: "tuple", items: type.map((member, i) => encode(member, value[i])) };
  }
  if (typeof type === "object") return encodeArray(type, value);
  switch (type) {
    case "None": return { kind: "none" };
    case "bool": return { kind: "bool", value: expect("boolean", value) };
    case "str": return { kind: "str", value: expect("string", value) };
    case "int": return { kind: "int", value: integer(value).toString() };
    case "float": return { kind: "float", bits: bitsOf("float64", expect("number", value)) };
    case "complex": return { kind: "complex", bits: pair(value).map((part) => bitsOf("float64", part)) };
    default: return { kind: "scalar", dtype: type, bits: scalarBits(type, value) };
  }
}

function encodeArray(type, value) {
  const Typed = TYPED[type.dtype], bare = type.rank === 1, data = bare ? value : value?.data;
  if (!(data instanceof Typed) || !bare && (value.dtype !== type.dtype || value.shape.length !== type.rank)) {
    throw new TypeError(`expected ${type.dtype} of ${type.rank} dimensions, got ${value?.constructor?.name} ${value?.dtype}`);
  }
  const n = floats(type.dtype), shape = bare ? [value.length / n] : [...value.shape];
  const packed = bare ? Typed.from(value) : elements(data, shape, [...value.stride], value.offset, n);
  return { kind: "array", dtype: type.dtype, shape, data: Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength).toString("base64") };
}

function expect(type, value) {
  if (typeof value !== type) throw new TypeError(`expected a ${type}, got ${typeof value} ${value}`);
  return value;
}

function pair(value) {
  if (!Array.isArray(value) || value.length !== 2) throw new TypeError(`expected a pair, got ${value}`);
  return value.map((part) => expect("number", part));
}

function integer(value) {
  if (typeof value === "number" && !Number.isSafeInteger(value)) throw new TypeError(`expected an integer, got ${value}`);
  return BigInt(value);
}

function scalarBits(dtype, value) {
  if (dtype === "bool") return expect("boolean", value) ? "01" : "00";
  if (floats(dtype) > 1) return pair(value).reverse().map((part) => bitsOf(dtype, part)).join("");
  if (dtype.startsWith("float")) return bitsOf(dtype, expect("number", value));
  return bitsOf(dtype, dtype.endsWith("64") ? integer(value) : Number(integer(value)));
}

function bitsOf(dtype, value) {
  const bytes = Buffer.from(TYPED[dtype].of(value).buffer);
  return bytes.reverse().toString("hex");
}
