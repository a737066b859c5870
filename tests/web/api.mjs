// The API of npc.js in Node: compilations, functions that specialise, errors as data, bugs of the compiler, and times.
//
//     node api.mjs BUILT
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [built] = process.argv.slice(2);
const start = performance.now();
const { load, loadSync, CompileError, CompilerBug } = await import(pathToFileURL(join(built, "npc.js")).href);
const npc = await load();
const SUM = "import numpy as np\n\ndef np_sum(x: 'int32[:]'):\n    return np.sum(x)\n";
assert.equal(npc.compile(SUM).exports.np_sum([3, 1, 4]), 8);
const first = performance.now() - start;

// Compilations.
{
  const k = npc.compile("def f(x):\n    return (x * 2).sum()\n", { sig: ["f: float64(float64[:])"], name: "kernels.py" });
  assert.deepEqual(k.diagnostics, []);
  assert.equal(k.module, "kernels");
  assert.equal(k.interface.functions[0].name, "f");
  assert.ok(WebAssembly.validate(k.wasm));
  assert.deepEqual(WebAssembly.Module.imports(new WebAssembly.Module(k.wasm)), []);
  assert.match(k.js, /^\/\/ Made by npc\./);
  assert.match(k.dts, /export function f\(x: /);
  assert.equal(k.exports.f(Float64Array.of(1, 2.5)), 7);
  assert.throws(() => k.exports.f(new Float32Array(2)), { name: "TypeError", message: /f\(x\): expected float64\[n\], got float32/ });
  assert.equal(k.exports, k.exports);
}

// Everything that bindings can do, without a generated text.
{
  const source = `
import numpy as np

def step(a: "float32[:, :]", rate: float = 0.5, turn: bool = False):
    a *= rate
    return a.T if turn else a

def pair(x: "int64[:]", n: int = 1 << 60):
    return x[::-1], n

def pick(x: "float64[:]", k: int):
    return x[k]

def then(x: int):
    if x < 0:
        raise ValueError("too small")
    return x
`;
  const { exports, names } = npc.compile(source, { name: "all.py" });
  const a = { data: Float32Array.of(2, 4, 6, 8, 10, 12), shape: [2, 3] };
  const turned = exports.step(a, { turn: false, rate: 0.25 });
  assert.deepEqual([...a.data], [0.5, 1, 1.5, 2, 2.5, 3]);
  assert.deepEqual(turned.toArray(), [[0.5, 1, 1.5], [2, 2.5, 3]]);
  assert.deepEqual(exports.pair([1, 2], 7), [BigInt64Array.of(2n, 1n), 7]);
  assert.throws(() => exports.pair([1, 2]), { name: "OverflowError", message: /1152921504606846976 is beyond 2\^53/ });
  assert.throws(() => exports.pick(Float64Array.of(1, 2), 2), (error) => {
    assert.equal(error.name, "IndexError");
    assert.ok(error instanceof exports.IndexError && error instanceof exports.PythonError);
    assert.deepEqual(error.traceback, [{ file: "all.py", line: 12, function: "pick" }]);
    return true;
  });
  assert.equal(names.then, "then_");
  assert.throws(() => exports.then_(-1), { name: "ValueError", message: "too small" });
  const resident = exports.array("float64", [3], [1, 2, 4]);
  assert.equal(exports.pick(resident, -1), 4);
  resident.dispose();
  assert.equal(exports.npc.inUse, 0);
  const wide = npc.compile(source, { jsInt64: "bigint", emit: [] });
  assert.deepEqual(wide.exports.pair([1, 2]), [BigInt64Array.of(2n, 1n), 1n << 60n]);
  assert.equal(wide.js, undefined);
  assert.deepEqual(npc.compile(source, { jsInt64: "number" }).exports.pair([1, 2], 3), [Float64Array.of(2, 1), 3]);
}

// Functions that specialise: one instance for each list of types.
{
  const scale = npc.compileFunction("def scale(x, k):\n    return x * k\n", "scale");
  assert.deepEqual(scale(Float32Array.of(1, 2), 3), Float32Array.of(3, 6));
  assert.deepEqual(scale(Float32Array.of(4), 5), Float32Array.of(20));
  assert.equal(scale.instances.size, 1);
  assert.deepEqual(scale(Float32Array.of(1), 0.5), Float32Array.of(0.5));
  assert.deepEqual(scale(Int16Array.of(7), 2), Int16Array.of(14));
  assert.deepEqual(scale({ data: Float64Array.of(1, 2, 3, 4), shape: [2, 2], stride: [1, 2] }, 2).toArray(), [[2, 6], [4, 8]]);
  assert.deepEqual(scale({ data: Float64Array.of(1, 2, 3, 4), shape: [2, 2] }, 2).toArray(), [[2, 4], [6, 8]]);
  assert.deepEqual(scale([[1, 2], [3, 4]], 2).toArray(), [[2n, 4n], [6n, 8n]].map((row) => row.map(Number)));
  assert.deepEqual(scale([1.5, 2], 2), Float64Array.of(3, 4));
  assert.deepEqual([scale(3, 4), scale(3, 0.5), scale(2n, 5n)], [12, 1.5, 10]);
  assert.equal(scale.instances.size, 9);
  assert.deepEqual(scale(Float32Array.of(1, 2), 3, { out: new Float32Array(2) }), Float32Array.of(3, 6));
  assert.throws(() => scale(Float32Array.of(1), { k: 3 }), { name: "TypeError", message: /pass 'k' by position/ });
  assert.throws(() => scale("text", 1), { name: "TypeError", message: /got string/ });
  assert.throws(() => scale([1], null), CompileError);
  const typed = npc.compileFunction(SUM, "np_sum");
  assert.deepEqual([typed([1, 2]), typed(Int32Array.of(5)), typed.instances.size], [3, 5, 1]);
  assert.throws(() => typed(Float64Array.of(1)), { name: "TypeError" });
  assert.throws(() => npc.compileFunction(SUM, "np_sun"), (error) => error instanceof CompileError && /np_sum/.test(error.message));
  assert.throws(() => npc.compileFunction("def f(:", "f"), CompileError);
}

// Errors as data; offsets count UTF-16 units.
{
  const source = "def f(x: int):\n    '𝒳 µ'\n    return totl\n";
  const { diagnostics, text, wasm } = npc.compile(source);
  assert.equal(wasm, null);
  const [{ severity, code, message, labels: [label], text: one }] = diagnostics;
  assert.deepEqual([severity, code], ["error", "unknown-name"]);
  assert.match(message, /totl/);
  assert.equal(source.slice(label.start, label.end), "totl");
  assert.deepEqual([label.line, label.column, label.file], [3, 12, "module.py"]);
  assert.equal(one, text);
  assert.throws(() => npc.compile(source).exports, (error) => error instanceof CompileError && error.diagnostics.length === 1);
  // Half a surrogate pair becomes U+FFFD on its way into UTF-8.
  assert.equal(npc.compile("def f(x: int):\n    return '\ud800'\n").exports.f(1), "\ufffd");
}

// Identifiers in their normal form, whose tables are JavaScript's; names of characters are not there.
{
  const micro = npc.compile("def f(x: int, µ: int):\n    return x + \u03bc\n\ndef ℌ(x: int):\n    return x\n");
  assert.deepEqual(micro.diagnostics, []);
  assert.equal(micro.exports.f(1, 2), 3);
  assert.deepEqual(micro.interface.functions.map(({ name }) => name), ["f", "H"]);
  assert.equal(micro.interface.functions[0].params[1].name, "\u03bc");
  const [named] = npc.compile("def f(x: int):\n    '\\N{DEGREE SIGN}'\n    return x\n").diagnostics;
  assert.deepEqual([named.code, named.labels[0].line], ["unsupported", 2]);
}

// Modules beside the source, and requests that make no sense.
{
  const modules = { utils: "def twice(x):\n    return 2 * x\n", "pkg.more": { name: "pkg/more.py", source: "K = 5\n" } };
  const k = npc.compile("from .utils import twice\nfrom pkg.more import K\n\ndef f(x: int):\n    return twice(x) + K\n", { modules });
  assert.equal(k.text, "");
  assert.equal(k.exports.f(4), 13);
  assert.throws(() => npc.compile("", { bindings: "none of them" }), { name: "TypeError", message: /`bindings` is one of inline, script/ });
  assert.throws(() => npc.compile("", { sig: [3] }), { name: "TypeError", message: /`sig` must be a list of strings/ });
  assert.equal(npc.compile("").diagnostics[0].code, "nothing-to-export");
}

// Hostile sources end in an error, whatever the stack, and the compiler works on.
for (const source of ["(".repeat(5000), `x = ${"1+".repeat(5000)}1\n`, `def f(x: int):\n    return ${"(".repeat(99)}x${")".repeat(99)}\n`,
  `def f(x: int):\n    return ${"-".repeat(700)}x\n`, `def f(x: int):\n    return x${" + x".repeat(700)}\n`, nested(90)]) {
  const answer = npc.compile(source, { emit: [] });
  assert.ok(answer.wasm || answer.diagnostics.some((one) => one.severity === "error"), source.slice(0, 40));
  assert.equal(npc.compile(SUM).exports.np_sum([1]), 1);
}

function nested(depth) {
  const lines = Array.from({ length: depth }, (_, k) => `${" ".repeat(k + 1)}if x > ${k}:`);
  return `def f(x: int):\n${lines.join("\n")}\n${" ".repeat(depth + 1)}x += 1\n return x\n`;
}

// A bug in the compiler is an error of its own kind, and the next compilation has a fresh instance.
{
  const wasm = readFileSync(join(built, "npc.wasm"));
  const fresh = loadSync(wasm);
  fresh.compile(SUM);
  assert.throws(() => fresh.ask({ panic: "as a test" }), (error) => {
    assert.ok(error instanceof CompilerBug);
    assert.match(error.message, /^a bug in npc: as a test/);
    return true;
  });
  assert.equal(fresh.compile(SUM).exports.np_sum([2, 3]), 5);
}

// Times.
{
  const times = Array.from({ length: 30 }, () => {
    const start = performance.now();
    npc.compile(SUM, { emit: [] });
    return performance.now() - start;
  }).sort((a, b) => a - b);
  console.log(`np_sum: ${first.toFixed(0)} ms from nothing to its answer, ${times[15].toFixed(2)} ms warm (${times[0].toFixed(2)} at best)`);
  assert.ok(times[0] <= 10, `a warm compilation takes ${times[0]} ms`);
}
