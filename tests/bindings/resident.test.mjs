// Arrays that live in the module, and the class of n-dimensional arrays.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const root = pathToFileURL(process.env.NPC_BINDINGS + "/");
const k = await import(new URL("inline/kitchen.js", root));
const other = await import(new URL("bigint/kitchen.js", root));
const { npc, array } = k;

test("array", () => {
  const a = array("float64", [2, 3], [1, 2, 3, 4, 5, 6]);
  assert.equal(npc.array, array);
  assert.ok(a.resident && a.data.buffer === npc.memory.buffer);
  assert.deepEqual(a.toArray(), [[1, 2, 3], [4, 5, 6]]);
  assert.deepEqual(array("int64", [2], [1, 2n]).data, BigInt64Array.of(1n, 2n));
  assert.deepEqual(array("int64", [2], Int32Array.of(1, 2)).data, BigInt64Array.of(1n, 2n));
  assert.deepEqual(array("uint8", [2]).toTypedArray(), Uint8Array.of(0, 0));
  assert.deepEqual(array("bool", [2], [true, false]).toArray(), [true, false]);
  assert.deepEqual(array("float32", [], [7]).toArray(), 7);
  assert.equal(array("float64", [3, 0]).size, 0);
  a.dispose();
  assert.throws(() => array("float64", [2], [1]), { name: "ValueError", message: "array(values): expected 2 values, got 1" });
  assert.throws(() => array("float64", [-1]), { name: "ValueError" });
  assert.throws(() => array("float64", [1.5]), { name: "ValueError" });
  assert.throws(() => array("complex", [1]), { name: "TypeError" });
  assert.throws(() => array("__proto__", [1]), { name: "TypeError" });
  assert.throws(() => array("uint8", [1], [256]), { name: "OverflowError" });
});

test("resident arguments are used in place", () => {
  const a = array("float64", [4], [1, 2, 3, 4]), before = npc.inUse;
  k.scale(a, 10);
  assert.deepEqual(a.data, Float64Array.of(10, 20, 30, 40));
  k.scale(a.data.subarray(1, 2), 2);
  k.scale(a.step(-2), 0);
  assert.deepEqual(a.data, Float64Array.of(10, 0, 30, 0));
  k.shift(a.lo(1), a.hi(3));
  assert.deepEqual(a.toArray(), [10, 10, 10, 10]);
  assert.equal(npc.inUse, before);
  a.dispose();
});

test("growth of memory", () => {
  const a = array("float64", [3], [1, 2, 3]), stale = a.data, pages = npc.memory.buffer.byteLength;
  const big = k.arange(200000);
  assert.ok(npc.memory.buffer.byteLength > pages);
  assert.equal(big[199999], 199999);
  assert.equal(stale.length, 0);
  assert.deepEqual(a.data, Float64Array.of(1, 2, 3));
  assert.throws(() => k.scale(stale, 2), TypeError);
  a.set(1, 9);
  assert.deepEqual(a.toTypedArray(), Float64Array.of(1, 9, 3));
  // A view that the caller took is read before the copy of another argument makes memory grow.
  k.shift(new Float64Array(1e6), a.data);
  a.dispose();
});

test("resident results", () => {
  const before = npc.inUse, x = k.arange(4, { resident: true });
  assert.ok(x.resident && x.ndim === 1 && npc.inUse > before);
  assert.deepEqual(x.toArray(), [0, 1, 2, 3]);
  const [p, n] = k.pair(Float64Array.of(), { resident: true });
  assert.deepEqual([p.size, n], [0, 0]);
  const t = k.transpose([[1, 2, 3], [4, 5, 6]], { resident: true });
  assert.deepEqual([t.stride, t.toArray(), t.toTypedArray()], [[1, 3], [[1, 4], [2, 5], [3, 6]], Float64Array.of(1, 4, 2, 5, 3, 6)]);
  assert.deepEqual(k.transpose(t).toArray(), [[1, 2, 3], [4, 5, 6]]);
  assert.equal(k.transpose([[1, 2], [3, 4], [5, 6]], { out: t.transpose() }).resident, true);
  const view = t.pick(0);
  for (const each of [x, p, t]) each.dispose(), each[Symbol.dispose]();
  assert.equal(npc.inUse, before);
  assert.throws(() => view.get(0), { name: "ValueError", message: "the array is disposed of" });
  assert.throws(() => k.scale(x), { name: "ValueError" });
  assert.deepEqual(k.arange(2, { resident: false }), Float64Array.of(0, 1));
});

test("forgotten arrays are freed", async () => {
  const before = npc.inUse;
  (() => { for (let i = 0; i < 50; i++) k.arange(100, { resident: true }); })();
  for (let i = 0; i < 20 && npc.inUse > before; i++) {
    globalThis.gc();
    await new Promise((done) => setTimeout(done, 5));
  }
  assert.ok(npc.inUse <= before);
});

test("arrays of another module are copied", () => {
  const a = other.array("float64", [2, 2], [1, 2, 3, 4]);
  assert.deepEqual(k.transpose(a).toArray(), [[1, 3], [2, 4]]);
  k.scale(a.pick(1), 10);
  assert.deepEqual(a.toArray(), [[1, 2], [30, 40]]);
});

test("views", () => {
  const a = array("float64", [3, 4], Array.from({ length: 12 }, (_, i) => i));
  assert.deepEqual(a.pick(1).toArray(), [4, 5, 6, 7]);
  assert.deepEqual(a.pick(null, -1).toArray(), [3, 7, 11]);
  assert.equal(a.pick(1, 2).get(), 6);
  assert.deepEqual(a.lo(1, 2).toArray(), [[6, 7], [10, 11]]);
  assert.deepEqual(a.hi(2, 1).toArray(), [[0], [4]]);
  assert.deepEqual(a.hi(99).lo(99).shape, [0, 4]);
  assert.deepEqual(a.step(2, -2).toArray(), [[3, 1], [11, 9]]);
  assert.deepEqual(a.step(1, -3).toArray(), [[3, 0], [7, 4], [11, 8]]);
  assert.deepEqual(a.transpose().shape, [4, 3]);
  assert.deepEqual(a.transpose(0, 1).toArray(), a.toArray());
  assert.deepEqual(a.transpose(1, 0).pick(3).toTypedArray(), Float64Array.of(3, 7, 11));
  assert.deepEqual(a.step(-1).toNumbers().slice(0, 4), Float64Array.of(8, 9, 10, 11));
  assert.deepEqual([...a].map((row) => row.get(0)), [0, 4, 8]);
  assert.deepEqual([...a.pick(0)], [0, 1, 2, 3]);
  a.set(2, -1, 5.5);
  assert.equal(a.get(2, 3), 5.5);
  for (const wrong of [() => a.get(3, 0), () => a.get(0), () => a.get(0, 1.5), () => a.pick(-4), () => a.get(0, 0, 0)]) {
    assert.throws(wrong, { name: "IndexError" });
  }
  assert.throws(() => a.set(0, 0, "5"), TypeError);
  assert.throws(() => a.transpose(0, 0), { name: "ValueError", message: "axes don't match array" });
  assert.throws(() => a.step(0), { name: "ValueError" });
  assert.throws(() => a.lo("1"), TypeError);
  a.dispose();
});

test("int64 elements", () => {
  const a = array("int64", [2], [5, 2n ** 60n]);
  assert.equal(a.get(0), 5);
  assert.throws(() => a.get(1), { name: "OverflowError" });
  assert.throws(() => a.toNumbers(), { name: "OverflowError" });
  a.set(1, 6);
  assert.deepEqual(a.toArray(), [5, 6]);
  assert.throws(() => a.set(1, 2n ** 63n), { name: "OverflowError" });
  a.dispose();
});
