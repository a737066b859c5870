// Arguments and results, through the inline form.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const root = pathToFileURL(process.env.NPC_BINDINGS + "/");
const k = await import(new URL("inline/kitchen.js", root));
const { npc } = k;
const idle = npc.inUse;

/** `f` raises an error of the class, with the message. */
function raises(f, type, message) {
  try {
    f();
  } catch (error) {
    assert.equal(error.constructor, type, error.stack);
    if (message instanceof RegExp) assert.match(error.message, message);
    else assert.equal(error.message, message);
    assert.equal(npc.inUse, idle, "nothing is leaked");
    return error;
  }
  assert.fail("nothing was raised");
}

test("typed arrays", () => {
  assert.equal(k.np_sum(Int32Array.of(1, 2, 3)), 6);
  assert.equal(k.np_sum(new Int32Array()), 0);
  const bytes = new ArrayBuffer(40);
  assert.equal(k.np_sum(new Int32Array(bytes, 4, 3).fill(-5)), -15);
  assert.equal(npc.inUse, idle);
});

test("plain arrays are checked", () => {
  assert.equal(k.np_sum([1, 2, 3n]), 6);
  assert.equal(k.np_sum([]), 0);
  raises(() => k.np_sum([1.5]), TypeError, "np_sum(x): expected int32, got 1.5");
  raises(() => k.np_sum([2 ** 31]), k.OverflowError, "np_sum(x): Python integer 2147483648 out of bounds for int32");
  raises(() => k.np_sum([, 1]), TypeError, /got undefined/);
  raises(() => k.np_sum(["1"]), TypeError, /got string/);
  raises(() => k.np_sum([null]), TypeError, /got null/);
});

test("dtype and rank", () => {
  raises(() => k.np_sum(new Float64Array(4)), TypeError, "np_sum(x): expected int32[n], got float64[4]");
  raises(() => k.transpose(new Float64Array(4)), TypeError, "transpose(a): expected float64[h, w], got float64[4]");
  raises(() => k.transpose([[1], [[2]]]), TypeError, /transpose\(a\)/);
  raises(() => k.transpose([[1, 2], [3]]), TypeError, /differ in length/);
  raises(() => k.transpose([1, 2]), TypeError, "transpose(a): expected float64[h, w], got array[2]");
  raises(() => k.transpose([[[1]]]), TypeError, "transpose(a): expected float64[h, w], got array[1, 1, 1]");
  raises(() => k.np_sum(5), TypeError, "np_sum(x): expected int32[n], got 5");
  raises(() => k.np_sum(null), TypeError, "np_sum(x): expected int32[n], got null");
  raises(() => k.np_sum("abc"), TypeError, "np_sum(x): expected int32[n], got string");
  raises(() => k.np_sum(new DataView(new ArrayBuffer(8))), TypeError, "np_sum(x): expected int32[n], got object");
  raises(() => k.np_sum({ data: 3 }), TypeError, /expected int32/);
  const cyclic = [];
  cyclic[0] = cyclic;
  raises(() => k.np_sum(cyclic), TypeError, /np_sum/);
});

test("arrays of other realms and Node buffers", async () => {
  const vm = await import("node:vm");
  assert.equal(k.np_sum(vm.runInNewContext("Int32Array.of(4, 5)")), 9);
  assert.equal(k.count_true(Buffer.from([1, 0, 1])), 2);
  assert.equal(k.np_sum(vm.runInNewContext("({ x: [1, 2] })")), 3);
});

test("strided objects", () => {
  const data = Int32Array.of(0, 1, 2, 3, 4, 5, 6, 7);
  assert.equal(k.np_sum({ data, shape: [3], stride: [2], offset: 1 }), 1 + 3 + 5);
  assert.equal(k.np_sum({ data, shape: [3], strides: [-2], offset: 7 }), 7 + 5 + 3);
  assert.equal(k.np_sum({ data, shape: [5], stride: [0], offset: 7 }), 35);
  assert.equal(k.np_sum({ data: [1, 2, 3, 4], shape: [2], stride: [2] }), 4);
  assert.equal(k.np_sum({ data }), 28);
  assert.equal(k.np_sum({ data, shape: [3], strides: [1], storage: { offset: 5 } }), 18, "as a view of numpy-ts");
  assert.equal(k.np_sum({ data, shape: [0], stride: [1], offset: 8 }), 0);
  for (const [shape, stride, offset] of [[[9], [1], 0], [[3], [4], 0], [[2], [1], -1], [[2], [-1], 0], [[-1], [1], 0], [[1.5], [1], 0], [[2], [0.5], 0], [[2], [1], NaN], [[2], [1, 1], 0], [["2"], [1], 0], [[2], [2 ** 40], 0]]) {
    raises(() => k.np_sum({ data, shape, stride, offset }), TypeError, /strides out of bounds/);
  }
});

test("shared and resizable buffers", () => {
  const shared = new Int32Array(new SharedArrayBuffer(8)).fill(3);
  assert.equal(k.np_sum(shared), 6);
  const x = new Float64Array(new SharedArrayBuffer(16)).fill(2);
  k.scale({ data: x, shape: [1], stride: [1], offset: 1 }, 5);
  assert.deepEqual([...x], [2, 10]);
  const resizable = new ArrayBuffer(8, { maxByteLength: 16 });
  assert.equal(k.np_sum(new Int32Array(resizable).fill(1)), 2);
});

test("getters that call back", () => {
  const x = Float64Array.of(1, 2);
  const nested = { get data() { k.scale(x, 2); return Int32Array.of(1, 2); }, shape: [2] };
  assert.equal(k.np_sum(nested), 3);
  assert.ok(x[0] > 1);
});

test("detached buffers are refused", () => {
  const x = Int32Array.of(1, 2);
  structuredClone(x.buffer, { transfer: [x.buffer] });
  raises(() => k.np_sum(x), TypeError, /detached/);
});

test("bool arrays hold 0 and 1", () => {
  assert.equal(k.count_true(Uint8Array.of(0, 255, 7, 0)), 2);
  assert.equal(k.count_true(Uint8ClampedArray.of(0, 255)), 1);
  assert.equal(k.count_true([true, false, 1, 0]), 2);
  raises(() => k.count_true([2]), TypeError, /expected bool/);
  raises(() => k.count_true(new Int8Array(2)), TypeError, "count_true(x): expected bool[n], got int8[2]");
});

test("scalars", () => {
  assert.equal(k.same_f64(0.1), 0.1);
  assert.ok(Object.is(k.same_f64(-0), -0));
  assert.equal(k.same_f32(0.1), Math.fround(0.1));
  assert.equal(k.same_i8(-128), -128);
  assert.equal(k.same_u8(255), 255);
  assert.equal(k.same_u32(2 ** 32 - 1), 2 ** 32 - 1);
  assert.equal(k.same_bool(true), true);
  assert.equal(k.same_bool(false), false);
  assert.equal(k.same_int(-(2 ** 53) + 1), -(2 ** 53) + 1);
  assert.equal(k.same_int(12n), 12);
  assert.equal(k.same_u64(7), 7);
  raises(() => k.same_i8(128), k.OverflowError, "same_i8(n): Python integer 128 out of bounds for int8");
  raises(() => k.same_u8(-1), k.OverflowError, /out of bounds for uint8/);
  raises(() => k.same_u64(-1), k.OverflowError, /out of bounds for uint64/);
  raises(() => k.same_int(2n ** 63n), k.OverflowError, /out of bounds for int64/);
  raises(() => k.same_int(1.5), TypeError, "same_int(n): expected int, got 1.5");
  raises(() => k.same_int(NaN), TypeError, /got NaN/);
  raises(() => k.same_int(2 ** 53 + 2), k.OverflowError, /pass a bigint/);
  raises(() => k.same_int(true), TypeError, /got true/);
  raises(() => k.same_f64("1"), TypeError, "same_f64(n): expected float64, got string");
  raises(() => k.same_f64(1n), TypeError, "same_f64(n): expected float64, got 1");
});

test("64-bit results are exact or raise", () => {
  for (const n of [2n ** 53n, -(2n ** 53n), 2n ** 63n - 1n, -(2n ** 63n)]) {
    raises(() => k.same_i64(n), k.OverflowError, `${n} is beyond 2^53: compile with --js-int64 bigint`);
  }
  raises(() => k.same_u64(2n ** 64n - 1n), k.OverflowError, /18446744073709551615/);
  assert.deepEqual(k.longs(2n ** 60n), BigInt64Array.of(2n ** 60n, 2n ** 60n + 1n));
});

test("keywords and defaults", () => {
  assert.equal(k.arange().length, 3);
  assert.equal(k.arange(undefined).length, 3);
  assert.equal(k.arange({ n: 5 }).length, 5);
  assert.equal(k.arange(Object.assign(Object.create(null), { n: 2 })).length, 2);
  assert.deepEqual(k.divmod({ b: 2, a: 7 }), [3, 1]);
  assert.deepEqual(k.divmod(7, { b: 2 }), [3, 1]);
  assert.deepEqual([1, 2].map(k.same_f64), [1, 2]);
  raises(() => k.divmod(1), TypeError, "divmod() missing 1 required positional argument: 'b'");
  raises(() => k.divmod(1, { a: 2 }), TypeError, "divmod() got multiple values for argument 'a'");
  raises(() => k.divmod(1, { c: 2 }), TypeError, "divmod() got an unexpected keyword argument 'c'");
  raises(() => k.divmod(1, 2, { out: 1 }), TypeError, /unexpected keyword argument 'out'/);
  raises(() => k.divmod(1, JSON.parse('{"__proto__": 1, "b": 2}')), TypeError, /'__proto__'/);
  raises(() => k.divmod(1, { constructor: 1 }), TypeError, /'constructor'/);
  assert.deepEqual({}.out, undefined);
});

test("exceptions carry the place, and the instance goes on", () => {
  const error = raises(() => k.arange(-1), k.IndexError, "index -1 is out of bounds for axis 0 with size 7 {}");
  assert.ok(error instanceof k.PythonError && error instanceof Error);
  assert.equal(error.name, "IndexError");
  assert.match(error.stack, /IndexError: index -1/);
  assert.deepEqual(error.traceback, [{ file: "kitchen.py", line: 5, function: "f" }]);
  raises(() => k.divmod(1, 0), k.ZeroDivisionError, "division by zero");
  assert.deepEqual(k.divmod(7, 2), [3, 1]);
});

test("written arguments", () => {
  const x = Float64Array.of(1, 2, 3);
  assert.equal(k.scale(x, 3), undefined);
  assert.deepEqual(x, Float64Array.of(3, 6, 9));
  const whole = Float64Array.of(1, 1, 1, 1, 1);
  k.scale({ data: whole, shape: [2], stride: [-2], offset: 4 }, 5);
  assert.deepEqual(whole, Float64Array.of(1, 1, 5, 1, 5));
  const list = [1, 2];
  k.scale(list);
  assert.deepEqual(list, [2, 4]);
  const longs = BigInt64Array.of(8n);
  k.halve(longs);
  assert.deepEqual(longs, BigInt64Array.of(4n));
  const numbers = [8, 10];
  k.halve(numbers);
  assert.deepEqual(numbers, [4, 5]);
  raises(() => k.halve(Int32Array.of(1)), TypeError, "halve(x): expected int64[n], got int32[1]");
  k.scale(new Float64Array());
});

test("written arguments are written back when it raises", () => {
  const x = Float64Array.of(1, 2);
  raises(() => k.scale(x, NaN), k.IndexError, /index 2/);
  assert.deepEqual(x, Float64Array.of(NaN, NaN));
});

test("overlapping arguments alias as in NumPy", () => {
  const x = Float64Array.of(1, 2, 3, 4);
  k.shift(x.subarray(1), x.subarray(0, 3));
  assert.deepEqual(x, Float64Array.of(1, 1, 1, 1));
  const y = Float64Array.of(0, 1, 2, 3, 4, 5);
  k.shift(y.subarray(0, 5), y.subarray(1));
  assert.deepEqual(y, Float64Array.of(1, 2, 3, 4, 5, 5));
  const z = Float64Array.of(1, 2, 3, 4, 5);
  k.shift({ data: z, shape: [2], stride: [2], offset: 1 }, { data: z, shape: [2], stride: [2], offset: 0 });
  assert.deepEqual(z, Float64Array.of(1, 1, 3, 3, 5), "interleaved: neighbours stay");
  const odd = new Float64Array(new ArrayBuffer(8 * 5), 8, 4);
  odd.set([1, 2, 3, 4]);
  k.shift(odd.subarray(1), odd.subarray(0, 3));
  assert.deepEqual(odd, Float64Array.of(1, 1, 1, 1));
});

test("layouts that a function needs are packed", () => {
  const x = Float64Array.of(1, 2, 3, 4, 5);
  k.negate(x.subarray(1, 2));
  k.negate({ data: x, shape: [2], stride: [-2], offset: 4 });
  assert.deepEqual(x, Float64Array.of(1, -2, -3, 4, -5));
  const list = [1, 2, 3, 4];
  k.negate({ data: list, shape: [2], stride: [2], offset: 1 });
  assert.deepEqual(list, [1, -2, 3, -4]);
  const a = { data: Float64Array.of(0, 1, 2, 3, 4, 5), shape: [2, 3] }, t = { ...a, shape: [3, 2], stride: [1, 3] };
  assert.deepEqual([k.second(a), k.second(t)], [1, 3]);
  assert.deepEqual([k.second_row(a), k.second_row(t)], [3, 1]);
  assert.deepEqual([k.second_any(a), k.second_any(t)], [1, 3]);
  assert.equal(k.second_any({ ...a, shape: [2, 2], stride: [3, 1] }), 1);
  assert.equal(npc.inUse, idle);
  const kept = k.array("float64", [4], [1, 2, 3, 4]);
  k.negate(kept.step(2));
  k.negate({ data: kept.data, shape: [2], stride: [2], offset: 1 });
  assert.deepEqual(kept.toArray(), [-1, -2, -3, -4]);
  kept.dispose();
});

test("results", () => {
  const x = k.arange(4);
  assert.ok(x instanceof Float64Array && x.buffer !== npc.memory.buffer);
  assert.deepEqual(x, Float64Array.of(0, 1, 2, 3));
  assert.deepEqual(k.arange(0), new Float64Array());
  const t = k.transpose([[1, 2, 3], [4, 5, 6]]);
  assert.deepEqual([t.shape, t.stride, t.strides, t.offset, t.ndim, t.size, t.dtype, t.resident], [[3, 2], [2, 1], [2, 1], 0, 2, 6, "float64", false]);
  assert.deepEqual(t.data, Float64Array.of(1, 4, 2, 5, 3, 6));
  assert.deepEqual(t.toArray(), [[1, 4], [2, 5], [3, 6]]);
  assert.deepEqual(k.transpose([Float64Array.of(1, 2)]).toArray(), [[1], [2]]);
  assert.deepEqual(k.transpose(t).toArray(), [[1, 2, 3], [4, 5, 6]]);
  assert.deepEqual(k.transpose(t.transpose()).toArray(), [[1, 4], [2, 5], [3, 6]]);
  assert.deepEqual(k.transpose({ data: new Float64Array(), shape: [3, 0] }).shape, [0, 3]);
  assert.equal(npc.inUse, idle);
});

test("tuples, None and 0-d arrays", () => {
  assert.deepEqual(k.pair([]), [new Float64Array(), 0]);
  raises(() => k.pair([1, 2]), k.OverflowError, /2305843009213693952/);
  raises(() => k.pair([1, 2], { resident: true }), k.OverflowError, /2305843009213693952/);
  assert.equal(k.hypot2([3, 4]), 25);
  assert.equal(k.hypot2([3, 4], null), 25);
  raises(() => k.hypot2([3, 4], 1), TypeError, "hypot2(q): expected null, got 1");
  raises(() => k.hypot2([3]), TypeError, /expected a tuple of 2/);
  raises(() => k.hypot2([3, "4"]), TypeError, "hypot2(p)[1]: expected float, got string");
  const w = k.wrap(4);
  assert.deepEqual([w.shape, w.ndim, w.size, w.get(), w.toArray()], [[], 0, 1, 5, 5]);
  assert.equal(k.wrap(w).get(), 6);
  raises(() => k.wrap([1]), TypeError, "wrap(x): expected float64[], got array[1]");
  raises(() => [...w], TypeError, "iteration over a 0-d array");
});

test("out", () => {
  const out = new Float64Array(3);
  assert.equal(k.arange(3, { out }), out);
  assert.deepEqual(out, Float64Array.of(0, 1, 2));
  const rows = { data: new Float64Array(6), shape: [2, 2], stride: [3, 1], offset: 1 };
  assert.equal(k.transpose([[1, 2], [3, 4]], { out: rows }), rows);
  assert.deepEqual(rows.data, Float64Array.of(0, 1, 3, 0, 2, 4));
  raises(() => k.arange(4, { out }), k.ValueError, /non-broadcastable/);
  assert.deepEqual(out, Float64Array.of(0, 1, 2), "left alone when it raises");
  raises(() => k.arange(3, { out: new Float32Array(3) }), TypeError, "arange(out): expected float64[n], got float32[3]");
  raises(() => k.arange(3, { out: [1, 2, 3] }), TypeError, "arange(out): expected float64[n], got object");
  const tuple = [new Float64Array(0), null];
  assert.equal(k.pair([], { out: tuple })[0], tuple[0]);
  raises(() => k.pair([], { out: 5 }), TypeError, /expected a tuple of 2/);
  const x = Float64Array.of(1, 2, 3, 4);
  k.transpose({ data: x, shape: [2, 2] }, { out: { data: x.subarray(0), shape: [2, 2] } });
});

test("overloads", () => {
  assert.equal(k.total(Int32Array.of(1, 2)), 3);
  assert.equal(k.total(Float64Array.of(1.5, 2)), 3.5);
  assert.equal(k.total([1, 2]), 3);
  assert.equal(k.total([1, 2.5]), 3.5);
  raises(() => k.total(new Uint8Array(1)), TypeError, "no signature takes these arguments: total(x: int32[:]), total(x: float64[:])");
});

test("names", async () => {
  for (const name of ["then_", "delete_", "npc_", "__proto___", "Array_", "get"]) assert.equal(k[name](2), 2);
  assert.equal(k.then, undefined);
  assert.equal(await k, k);
  assert.equal(k.np_sum.name, "np_sum");
  assert.equal(k.delete_.name, "delete");
});

test("memory that cannot be had", () => {
  const countdown = (n) => new DataView(npc.memory.buffer).setBigInt64(16 + 112, BigInt(n), true);
  for (let n = 1; n <= 3; n++) {
    countdown(n);
    raises(() => k.pair(Float64Array.of(1)) && assert.fail(), n == 3 ? k.OverflowError : k.MemoryError, n == 3 ? /2\^53/ : /Unable to allocate/);
    countdown(0);
  }
  raises(() => npc.reserve(2 ** 32), k.MemoryError, /4294967296/);
  raises(() => k.array("float64", [2 ** 30]), k.MemoryError, /8589934592/);
});

test("many calls leave memory flat", () => {
  const x = Int32Array.of(1, 2, 3), size = npc.memory.buffer.byteLength;
  for (let i = 0; i < 20000; i++) k.np_sum(x), k.arange(5), k.pair([]);
  assert.equal(npc.inUse, idle);
  assert.equal(npc.memory.buffer.byteLength, size);
});
