// Runs the oracle's cases through generated JavaScript bindings in Node (V8), and compares every bit.
//
//     node tests/oracle/node_leg.mjs JOB.json OUT.json
//
// JOB.json is a list of { module, cases, wasm?, program?, ulp?, rtol? }: `module` is the path of a generated ES module,
// inline or raw (a raw one is instantiated from `wasm`, by default the file beside it); `cases` are the oracle's, each
// with `export`, the name to call (by default its `function`). OUT.json holds { passed, skipped, failures }.
// Exit code 1 if anything failed. `README.md` beside this file describes the cases.

import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { EXACT, Skip, TYPED, abs, argument, claim, contents, decode, elements, floats, fromBits, nameOf, partsFromBits } from "../../src/bin/npc/parity/node/values.mjs";

async function main(jobPath, outPath) {
  const report = { passed: 0, skipped: [], failures: [] };
  for (const job of JSON.parse(readFileSync(jobPath, "utf8"))) await runJob(job, report);
  writeFileSync(outPath, JSON.stringify(report, null, 1) + "\n");
  console.log(`${report.passed} passed, ${report.failures.length} failed, ${report.skipped.length} skipped`);
  return report.failures.length ? 1 : 0;
}

async function runJob(job, report) {
  const program = job.program ?? job.module;
  let exports;
  try {
    exports = await load(job);
  } catch (error) {
    report.failures.push({ program, what: `the module does not load: ${error.stack ?? error}` });
    return;
  }
  for (const test of job.cases) {
    const at = { program, line: test.line, text: test.text };
    try {
      const problems = runCase(test, exports, job);
      if (problems.length) report.failures.push({ ...at, what: problems.join("; ") });
      else report.passed++;
    } catch (error) {
      if (error instanceof Skip) report.skipped.push({ ...at, why: error.message });
      else report.failures.push({ ...at, what: `the leg itself failed: ${error.stack}` });
    }
  }
}

/** The functions of an inline module, or of a raw one after it is instantiated. */
async function load(job) {
  const path = resolve(job.module);
  const module = await import(pathToFileURL(path).href);
  if (typeof module.instantiateSync !== "function") return module;
  const wasm = readFileSync(job.wasm ?? path.replace(/\.m?js$/, ".wasm"));
  return module.instantiateSync(new WebAssembly.Module(wasm));
}

// --- one case ----------------------------------------------------------------------------------------------------

function runCase(test, exports, { ulp = 0, rtol = null }) {
  const name = test.export ?? test.function;
  const call = exports[name];
  if (typeof call !== "function") return [`there is no export \`${name}\``];
  const buffers = test.buffers.map(decode);
  const args = test.args.map((arg) => argument(arg, buffers));
  const words = Object.entries(test.kwargs ?? {});
  if (words.length) args.push(Object.fromEntries(words.map(([word, arg]) => [word, argument(arg, buffers)])));
  const inUse = exports.npc?.inUse;

  let value, error;
  const { log } = console, printed = [];
  console.log = (line) => printed.push(line + "\n");
  try {
    value = call(...args);
  } catch (caught) {
    error = caught;
  }
  console.log = log;
  const problems = outcome(test, value, error, { ulp, rtol });
  if (problems === "beyond 2^53") return [];
  const wanted = (test.printed ?? "").replace(/([^\n])$/, "$1\n");
  if (printed.join("") !== wanted) problems.push(`printed ${show(printed.join(""))}, expected ${show(wanted)}`);
  if (test.args_after) problems.push(...mutations(test, buffers, { ulp, rtol }));
  if (exports.npc?.inUse !== inUse) problems.push(`leak: ${inUse} bytes in use before, ${exports.npc.inUse} after`);
  return problems;
}

function outcome(test, value, error, tolerance) {
  if (error === undefined) {
    if (test.exception) return [`expected ${test.exception.type}, got ${show(value)}`];
    return compare(test.result, value, tolerance, "result");
  }
  if (test.result) {
    if (hasBigInteger(test.result) && nameOf(error) === "OverflowError" && error.message.includes("js-int64")) return "beyond 2^53";
    return [`raised ${nameOf(error)}: ${error.message}${nameOf(error) in globalThis ? `\n${error.stack}` : ""}`];
  }
  return compareError(test.exception, error);
}

function compareError(want, error) {
  const problems = [];
  // Exceptions of NumPy's own are raised as their builtin base.
  const numpys = want.type.startsWith("_") || ["AxisError", "LinAlgError"].includes(want.type);
  const same = nameOf(error) === want.type || (numpys && (want.bases ?? []).includes(nameOf(error)));
  if (!same) problems.push(`expected ${want.type}, got ${nameOf(error)}: ${error.message}`);
  if (want.message !== null && error.message !== want.message) problems.push(`message: expected ${show(want.message)}, got ${show(error.message)}`);
  if (want.line !== null) {
    const place = error.traceback?.at(-1); // as in Python, the innermost place comes last
    if (!place) problems.push("the exception has no traceback");
    else if (place.line !== want.line || place.function !== want.function) problems.push(`expected line ${want.line} in ${want.function}, got ${show(place)}`);
    // The oracle has the innermost 20 frames.
    const frames = (error.traceback ?? []).map(({ line, function: name }) => ({ line, function: name }));
    if (want.traceback?.length < 20 && show(frames) !== show(want.traceback)) problems.push(`traceback: expected ${show(want.traceback)}, got ${show(frames)}`);
  }
  return problems;
}

function hasBigInteger(want) {
  if (want.items) return want.items.some(hasBigInteger);
  return /^(int|scalar)$/.test(want.kind) && !/^float/.test(want.dtype ?? "") && /^-?\d+$/.test(want.value) && abs(BigInt(want.value)) > EXACT;
}

// --- results -----------------------------------------------------------------------------------------------------

function compare(want, got, tolerance, where) {
  switch (want.kind) {
    case "none": return got === null || got === undefined ? [] : [`${where}: expected null, got ${show(got)}`];
    case "bool": return got === want.value ? [] : [`${where}: expected ${want.value}, got ${show(got)}`];
    case "int": return compareInteger(want, got, where);
    case "complex": return comparePair("float64", want.bits.map(fromBits), got, tolerance, where);
    case "float": return compareNumber("float64", fromBits(want.bits), got, tolerance, where);
    case "str": return got === want.value ? [] : [`${where}: expected ${show(want.value)}, got ${show(got)}`];
    case "scalar": return compareScalar(want, got, tolerance, where);
    case "array": return compareArray(want, got, tolerance, where);
    case "tuple": case "list": return compareItems(want, got, tolerance, where);
    case "set": return compareSet(want, got, tolerance, where);
    case "dict": return compareDict(want, got, tolerance, where);
    case "record": return want.names.flatMap((name, i) => compare(want.items[i], got?.[name], tolerance, `${where}.${name}`));
    default: throw new Skip(`no JavaScript form for a ${want.kind}`);
  }
}

function compareItems(want, got, tolerance, where) {
  if (!Array.isArray(got) || got.length !== want.items.length) return [`${where}: expected ${want.items.length} items, got ${show(got)}`];
  return want.items.flatMap((item, i) => compare(item, got[i], tolerance, `${where}[${i}]`));
}

/** The order of a set says nothing. */
function compareSet(want, got, tolerance, where) {
  if (!(got instanceof Set) || got.size !== want.items.length) return [`${where}: expected a set of ${want.items.length}, got ${show(got)}`];
  const there = (item) => [...got].some((value) => compare(item, value, tolerance, where).length === 0);
  return want.items.every(there) ? [] : [`${where}: expected ${show(want.items)}, got ${show([...got])}`];
}

function compareDict(want, got, tolerance, where) {
  if (!(got instanceof Map)) return [`${where}: expected a map, got ${show(got)}`];
  return compareItems(want, [...got].flat(), tolerance, where);
}

function compareScalar(want, got, tolerance, where) {
  if (want.dtype === "bool") return got === (want.bits !== "00") ? [] : [`${where}: expected ${want.value}, got ${show(got)}`];
  if (floats(want.dtype) > 1) return comparePair(want.dtype === "complex64" ? "float32" : "float64", partsFromBits(want.bits), got, tolerance, where);
  if (want.dtype.startsWith("float")) return compareNumber(want.dtype, fromBits(want.bits), got, tolerance, where);
  return compareInteger(want, got, where);
}

function comparePair(dtype, want, got, tolerance, where) {
  if (!Array.isArray(got) || got.length !== 2) return [`${where}: expected a pair, got ${show(got)}`];
  const scale = Math.max(...want.map((x) => (Number.isFinite(x) ? Math.abs(x) : 0)));
  return want.flatMap((x, i) => (close(dtype, x, got[i], tolerance, scale) ? [] : [`${where}: part ${i}: expected ${show(x)}, got ${show(got[i])}`]));
}

function compareInteger(want, got, where) {
  const value = BigInt(want.value);
  const same = typeof got === "bigint" ? got === value : typeof got === "number" && Number.isSafeInteger(got) && !Object.is(got, -0) && BigInt(got) === value;
  return same ? [] : [`${where}: expected ${want.value}, got ${show(got)}`];
}

function compareNumber(dtype, want, got, tolerance, where) {
  if (typeof got !== "number") return [`${where}: expected a number, got ${show(got)}`];
  if (dtype === "float32" && !Number.isNaN(got) && !Object.is(Math.fround(got), got)) return [`${where}: ${got} is no float32`];
  return close(dtype, want, got, tolerance, Math.abs(want)) ? [] : [`${where}: expected ${show(want)}, got ${show(got)}`];
}

/** A 1-d result is a bare typed array, any other an NDArray. */
function compareArray(want, got, tolerance, where) {
  const Typed = TYPED[want.dtype];
  if (!Typed) throw new Skip(`no typed array for ${want.dtype}`);
  const bare = want.shape.length === 1;
  const data = bare ? got : got?.data;
  if (!(data instanceof Typed)) return [`${where}: expected ${bare ? "" : "an NDArray over "}${Typed.name}, got ${show(got)}`];
  const problems = [];
  const shape = bare ? [got.length / floats(want.dtype)] : [...got.shape];
  if (shape.join() !== want.shape.join()) return [`${where}: expected shape (${want.shape}), got (${shape})`];
  if (!bare && got.dtype !== want.dtype) problems.push(`${where}: expected dtype ${want.dtype}, got ${got.dtype}`);
  const values = bare ? got : elements(data, shape, [...got.stride], got.offset, floats(want.dtype));
  return problems.concat(compareValues(want, values, tolerance, where));
}

function compareValues(want, got, tolerance, where) {
  const Typed = TYPED[want.dtype];
  const expected = new Typed(decode(want.data).buffer);
  const scale = tolerance.rtol === null ? 0 : expected.reduce((max, x) => (Number.isFinite(x) ? Math.max(max, Math.abs(x)) : max), 0);
  const float = /^(float|complex)/.test(want.dtype);
  const single = want.dtype === "float32" || want.dtype === "complex64" ? "float32" : "float64";
  for (let i = 0; i < expected.length; i++) {
    const same = float ? close(single, expected[i], got[i], tolerance, scale) : expected[i] === got[i];
    if (!same) return [`${where}: element ${i} of ${expected.length}: expected ${show(expected[i])}, got ${show(got[i])}`];
  }
  return [];
}

/** Equal bits (all NaNs are equal), or within the tolerance of the file. */
function close(dtype, want, got, { ulp, rtol }, scale) {
  if (Object.is(want, got)) return true;
  if (Number.isNaN(want) || Number.isNaN(got)) return false;
  if (rtol !== null && Math.abs(want - got) <= rtol * scale) return true;
  return ulp > 0 && abs(ordered(dtype, want) - ordered(dtype, got)) <= BigInt(ulp);
}

const scratch = new DataView(new ArrayBuffer(8));

/** Bits of a float as an integer that grows with the value, so that neighbours differ by one. */
function ordered(dtype, value) {
  let bits;
  if (dtype === "float32") {
    scratch.setFloat32(0, value);
    bits = BigInt(scratch.getInt32(0));
    return bits < 0n ? -(2n ** 31n) - bits : bits;
  }
  scratch.setFloat64(0, value);
  bits = scratch.getBigInt64(0);
  return bits < 0n ? -(2n ** 63n) - bits : bits;
}

// --- arguments after the call ------------------------------------------------------------------------------------

/** What the arguments hold now, and whether a byte changed that belongs to none of them. */
function mutations(test, buffers, tolerance) {
  const before = test.buffers.map(decode);
  const owned = before.map((bytes) => new Uint8Array(bytes.length));
  const problems = [];
  const visit = (arg, after, where) => {
    if (arg.kind === "tuple") arg.items.forEach((item, i) => visit(item, after.items[i], `${where}[${i}]`));
    if (arg.kind !== "array") return;
    claim(arg, owned[arg.base]);
    const now = contents(arg, buffers);
    const want = after.kind === "unchanged" ? { ...arg, data: Buffer.from(contents(arg, before).buffer).toString("base64") } : after;
    problems.push(...compareValues(want, now, tolerance, `${where} after the call`));
  };
  test.args.forEach((arg, i) => visit(arg, test.args_after[i], `argument ${i}`));
  for (const [word, arg] of Object.entries(test.kwargs ?? {})) visit(arg, test.kwargs_after[word], `argument ${word}`);
  buffers.forEach((bytes, i) => {
    const stray = bytes.findIndex((byte, at) => byte !== before[i][at] && !owned[i][at]);
    if (stray >= 0) problems.push(`byte ${stray} of buffer ${i} changed, which belongs to no argument`);
  });
  return problems;
}

// --- small things ------------------------------------------------------------------------------------------------

function show(value) {
  if (Object.is(value, -0)) return "-0";
  if (typeof value === "bigint") return `${value}n`;
  if (ArrayBuffer.isView(value)) return `${value.constructor.name}(${value.length}) [${[...value.subarray(0, 6)].join(", ")}]`;
  if (value && typeof value === "object") return `${value.constructor?.name ?? "object"} ${String(value.dtype ?? "")}${value.shape ? `(${[...value.shape]})` : JSON.stringify(value, (_, v) => (typeof v === "bigint" ? `${v}n` : v))?.slice(0, 200)}`;
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

if (process.argv.length !== 4) {
  console.error("usage: node node_leg.mjs JOB.json OUT.json");
  process.exitCode = 2;
} else {
  process.exitCode = await main(process.argv[2], process.argv[3]);
}
