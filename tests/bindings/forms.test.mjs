// The forms of the bindings, and their options.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { register } from "node:module";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import vm from "node:vm";

const root = pathToFileURL(process.env.NPC_BINDINGS + "/");
const at = (path) => new URL(path, root);

test("esm", async () => {
  const k = await import(at("esm/kitchen.js"));
  assert.equal(k.np_sum([1, 2]), 3);
});

test("raw", async () => {
  const { instantiate, instantiateSync, ValueError } = await import(at("raw/kitchen.js"));
  const bytes = readFileSync(at("raw/kitchen.wasm")), module = new WebAssembly.Module(bytes);
  const response = () => new Response(bytes, { headers: { "content-type": "application/wasm" } });
  for (const source of [bytes, module, response(), Promise.resolve(response()), new Response(bytes)]) {
    assert.equal((await instantiate(source)).np_sum([1, 2]), 3);
  }
  const a = instantiateSync(module), b = instantiateSync(bytes);
  assert.notEqual(a.npc.memory, b.npc.memory);
  assert.equal(a.then, undefined);
  assert.throws(() => b.array("int32", [1], [1, 2]), ValueError);
  assert.equal(a.npc.module, module);
  assert.equal(a.npc.interface.module, "kitchen");
});

test("worker", async () => {
  register("data:text/javascript," + encodeURIComponent(`
    import { readFileSync } from "node:fs";
    export async function load(url, context, next) {
      if (!url.endsWith(".wasm")) return next(url, context);
      return { format: "module", shortCircuit: true, source: "import fs from 'node:fs'; export default new WebAssembly.Module(fs.readFileSync(new URL(import.meta.url)));" };
    }`));
  const k = await import(at("worker/kitchen.js"));
  assert.equal(k.np_sum([1, 2]), 3);
});

test("script", () => {
  const source = readFileSync(at("script/kitchen.js"), "utf8");
  const context = vm.createContext({ WebAssembly, atob, TextDecoder });
  vm.runInContext(source, context);
  assert.deepEqual(Object.keys(context).filter((name) => !/^(WebAssembly|atob|TextDecoder)$/.test(name)), ["kitchen"]);
  assert.equal(context.kitchen.np_sum([1, 2]), 3);
  assert.equal(context.kitchen.np_sum(Int32Array.of(4)), 4);
  assert.throws(() => context.kitchen.arange(-1), context.kitchen.IndexError);
  assert.doesNotMatch(source, /<\/script|<!--|\u2028/i);
});

test("a policy that forbids wasm is explained", () => {
  const source = readFileSync(at("script/kitchen.js"), "utf8");
  class Module { constructor() { throw new WebAssembly.CompileError("blocked"); } }
  assert.throws(() => vm.runInNewContext(source, { WebAssembly: { Module }, atob }), /blocked.*'wasm-unsafe-eval'/);
});

test("--js-int64 number", async () => {
  const k = await import(at("number/kitchen.js"));
  const x = k.longs(5);
  assert.deepEqual(x, Float64Array.of(5, 6));
  assert.throws(() => k.longs(2n ** 60n), { name: "OverflowError" });
  assert.throws(() => k.same_int(2n ** 60n), { name: "OverflowError" });
  const a = k.array("int64", [2], x);
  assert.deepEqual(a.toArray(), [5, 6]);
  assert.throws(() => k.array("int64", [1], Float64Array.of(0.5)), TypeError);
});

test("--js-int64 bigint", async () => {
  const k = await import(at("bigint/kitchen.js"));
  assert.equal(k.same_int(5), 5n);
  assert.equal(k.same_u64(2n ** 64n - 1n), 2n ** 64n - 1n);
  assert.deepEqual(k.divmod(7, 2), [3n, 1n]);
  assert.deepEqual(k.longs(5), BigInt64Array.of(5n, 6n));
  assert.deepEqual(k.array("int64", [1], [3]).toArray(), [3n]);
});

test("a module that only reads vectors", async () => {
  const k = await import(at("small/np_sum.js"));
  const idle = k.npc.inUse;
  assert.equal(idle, 0);
  const data = Int32Array.of(0, 1, 2, 3);
  assert.equal(k.np_sum(data), 6);
  assert.equal(k.np_sum({ data, shape: [2], stride: [-2], offset: 3 }), 4);
  assert.equal(k.np_sum([]), 0);
  assert.equal(k.np_sum({ x: [1, 2] }), 3);
  assert.throws(() => k.np_sum({ data, shape: [5] }), TypeError);
  assert.throws(() => k.np_sum({ data, shape: [2], stride: [-1] }), TypeError);
  assert.throws(() => k.np_sum({ data, shape: [2, 2] }), { message: "np_sum(x): expected int32[n], got int32[2, 2]" });
  assert.throws(() => k.np_sum([[1]]), TypeError);
  assert.throws(() => k.np_sum(), { message: "np_sum() missing 1 required positional argument: 'x'" });
  const a = k.array("int32", [3], [1, 2, 3]);
  assert.equal(k.np_sum(a), 6);
  assert.deepEqual([a.dtype, a.shape, a.stride, a.strides, a.offset, a.ndim, a.size, a.resident], ["int32", [3], [1], [1], 0, 1, 3, true]);
  k.npc.reserve(1e6);
  a.data[0] = 10;
  assert.equal(k.np_sum(a), 15);
  assert.deepEqual(a.toTypedArray(), Int32Array.of(10, 2, 3));
  a[Symbol.dispose]();
  assert.throws(() => k.np_sum(a), { name: "ValueError" });
  assert.equal(k.npc.inUse, 0);
  assert.throws(() => k.array("int32", [1, 1]), { name: "ValueError" });
});

test("a vector that must be contiguous", async () => {
  const k = await import(at("packed/np_sum.js")), data = Int32Array.of(0, 1, 2, 3);
  assert.equal(k.np_sum({ data, shape: [2], stride: [-2], offset: 3 }), 4);
  assert.equal(k.np_sum(data), 6);
  assert.equal(k.np_sum({ data, shape: [3], stride: [0], offset: 3 }), 9);
  assert.match(readFileSync(at("packed/np_sum.js"), "utf8"), /ndarray\("int32",1\)/);
});

test("a module of scalars", async () => {
  const k = await import(at("scalars/kitchen.js"));
  assert.equal(k.same_f64(2.5), 2.5);
  assert.equal(k.array, undefined);
});
