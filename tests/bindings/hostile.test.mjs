// What nobody should pass to a function. Each case ends in a right answer or a typed error, and the module works afterwards.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import vm from "node:vm";

const root = pathToFileURL(process.env.NPC_BINDINGS + "/");
const k = await import(new URL("inline/kitchen.js", root));
const other = await import(new URL("number/kitchen.js", root));
const small = await import(new URL("small/np_sum.js", root));
const { npc } = k;
const idle = npc.inUse, f64 = (...v) => Float64Array.of(...v), i32 = (...v) => Int32Array.of(...v);

let cases = 0;
function hostile(name, f) {
  cases++;
  test(name, async () => {
    await f();
    assert.equal(npc.inUse, idle, "nothing is leaked");
    assert.equal(k.np_sum([1, 2, 3]), 6);
    assert.deepEqual(k.transpose([[1, 2]]).toArray(), [[1], [2]]);
    const x = f64(1, 2);
    k.scale(x);
    assert.deepEqual(x, f64(2, 4));
    assert.equal(small.np_sum([1, 2]), 3);
  });
}
/** All of them raise an error of the class, or of that name, with the message. */
function raises(type, message, ...calls) {
  for (const call of calls) {
    try {
      call();
    } catch (error) {
      assert.ok(typeof type == "string" ? error.name == type : error.constructor == type, error.stack);
      assert.match(error.message, message);
      continue;
    }
    assert.fail(`nothing was raised by ${call}`);
  }
}
const both = (x, type, message) => raises(type, message, () => k.np_sum(x), () => small.np_sum(x));
const detach = (x) => (structuredClone(x.buffer, { transfer: [x.buffer] }), x);
/** Runs `f` while `object[key]` is `value`. */
function polluted(object, key, value, f) {
  const old = Object.getOwnPropertyDescriptor(object, key);
  Object.defineProperty(object, key, { value, configurable: true, writable: true, enumerable: true });
  try {
    return f();
  } finally {
    if (old) Object.defineProperty(object, key, old);
    else delete object[key];
  }
}

// Buffers.
hostile("a detached array", () => both(detach(i32(1, 2)), TypeError, /detached/));
hostile("a detached empty array", () => both(detach(i32()), TypeError, /detached/));
hostile("a detached array that is written, and as out", () => {
  raises(TypeError, /detached/, () => k.scale(detach(f64(1))), () => k.arange(1, { out: detach(f64(1)) }));
});
hostile("an array that the getter of a later argument detaches", () => {
  const x = f64(1, 2, 3);
  raises(TypeError, /shift\(dst\): the array was detached or resized/, () => k.shift(x, { get data() { detach(x); return f64(1, 2, 3); } }));
});
hostile("an array that a getter shrinks", () => {
  const buffer = new ArrayBuffer(24, { maxByteLength: 48 }), x = new Float64Array(buffer);
  raises(TypeError, /detached or resized/, () => k.shift(x, { get data() { buffer.resize(8); return f64(1, 2, 3); } }));
});
hostile("an array that a getter enlarges", () => {
  const buffer = new ArrayBuffer(16, { maxByteLength: 48 }), x = new Float64Array(buffer);
  k.shift(x, { get data() { buffer.resize(32); return f64(1, 2); } });
  assert.deepEqual([...x], [1, 2, 0, 0]);
});
hostile("a resizable buffer that was shrunk below the array", () => {
  const buffer = new ArrayBuffer(16, { maxByteLength: 16 }), x = new Int32Array(buffer, 8, 2);
  buffer.resize(8);
  assert.equal(k.np_sum(x), 0);
  assert.equal(small.np_sum(x), 0);
});
hostile("shared memory, read and written", () => {
  const x = new Float64Array(new SharedArrayBuffer(24));
  x.set([1, 2, 3]);
  k.shift(x.subarray(1), x.subarray(0, 2));
  assert.deepEqual([...x], [1, 1, 1]);
});
hostile("a growable shared buffer", () => {
  const buffer = new SharedArrayBuffer(8, { maxByteLength: 16 }), x = new Int32Array(buffer).fill(4);
  buffer.grow(16);
  assert.equal(k.np_sum(x), 8);
});
hostile("an odd offset in bytes", () => {
  const bytes = new Uint8Array(11).fill(1);
  assert.equal(k.count_true(bytes.subarray(3, 10)), 7);
  const flags = bytes.subarray(5, 8);
  k.invert(flags);
  assert.deepEqual([...bytes], [1, 1, 1, 1, 1, 0, 0, 0, 1, 1, 1]);
});
hostile("a DataView, a buffer, a Blob", () => {
  both(new DataView(new ArrayBuffer(8)), TypeError, /expected int32\[n\], got object/);
  both(new ArrayBuffer(8), TypeError, /got object/);
  both(new Blob([]), TypeError, /got object/);
});

// Memory of the module.
hostile("memory that a getter makes grow", () => {
  const a = k.array("float64", [3], [1, 2, 3]), b = k.array("float64", [3]);
  k.shift(b, { get data() { npc.memory.grow(1); return a.data; } });
  assert.deepEqual(b.toArray(), [1, 2, 3]);
  a.dispose(), b.dispose();
});
hostile("memory that the caller makes grow between calls", () => {
  const a = k.array("float64", [2], [1, 2]);
  npc.memory.grow(2);
  assert.equal(k.mix(a, 1, 1), 2);
  const big = k.array("float64", [300000]);
  assert.equal(k.mix(a, 1, 1), 2);
  a.dispose(), big.dispose();
});
hostile("a stale view of memory", () => {
  const a = k.array("float64", [2], [1, 2]), stale = a.data;
  npc.memory.grow(1);
  raises(TypeError, /detached/, () => k.scale(stale), () => k.mix(stale, 1, 1), () => k.mix({ data: stale, shape: [0] }, 1, 1));
  assert.equal(k.mix(a, 1, 1), 2);
  a.dispose();
});
hostile("a view of an array that nothing else keeps", async () => {
  await (async () => {
    const data = k.array("float64", [4], [1, 2, 3, 4]).data;
    for (let i = 0; i < 5; i++) {
      await collect();
      k.arange(4, { resident: true }).dispose();
    }
    assert.deepEqual(data, f64(1, 2, 3, 4));
    k.scale(data);
    assert.deepEqual(data, f64(2, 4, 6, 8));
  })();
  for (let i = 0; i < 50 && npc.inUse > idle; i++) await collect();
});
async function collect() {
  globalThis.gc();
  await new Promise((done) => setTimeout(done, 2));
}
hostile("memory as a whole as an argument", () => {
  const all = new Uint8Array(npc.memory.buffer);
  assert.equal(typeof k.count_true(all.subarray(0, 16)), "number");
});
hostile("huge allocations", () => {
  raises(k.MemoryError, /allocate/, () => k.array("float64", [2 ** 40]), () => k.array("float64", [2 ** 29]), () => npc.reserve(2 ** 53), () => npc.reserve(-1), () => npc.reserve(NaN));
  raises("MemoryError", /allocate/, () => small.array("int32", [2 ** 40]), () => small.array("int32", [2 ** 30]), () => small.npc.reserve(Infinity));
});
hostile("no memory for a copy", () => {
  const countdown = (n) => new DataView(npc.memory.buffer).setBigInt64(16 + 112, BigInt(n), true);
  countdown(1);
  raises(k.MemoryError, /Unable to allocate/, () => k.shift(f64(1), f64(2)));
  countdown(2);
  raises(k.MemoryError, /Unable to allocate/, () => k.shift(f64(1), f64(2)));
  countdown(2);
  raises(k.MemoryError, /Unable to allocate/, () => k.array("float64", [3]));
  countdown(0);
});

// Aliases.
hostile("one array as both arguments", () => {
  const x = f64(1, 2, 3);
  k.shift(x, x);
  assert.deepEqual(x, f64(1, 2, 3));
});
hostile("overlap in both directions, resident", () => {
  const a = k.array("float64", [4], [1, 2, 3, 4]);
  k.shift(a.lo(1), a.hi(3));
  assert.deepEqual(a.toArray(), [1, 1, 1, 1]);
  a.data.set([1, 2, 3, 4]);
  k.shift(a.hi(3), a.lo(1));
  assert.deepEqual(a.toArray(), [2, 3, 4, 4]);
  k.shift(a.data.subarray(1), a.hi(3));
  assert.deepEqual(a.toArray(), [2, 2, 2, 2]);
  a.dispose();
});
hostile("resident and copied arguments together", () => {
  const a = k.array("float64", [2], [5, 6]), x = f64(1, 2);
  k.shift(a, x);
  assert.deepEqual(a.toArray(), [1, 2]);
  a.data.set([8, 9]);
  k.shift(x, a);
  assert.deepEqual(x, f64(8, 9));
  a.dispose();
});
hostile("views of other dtypes over one buffer", () => {
  const buffer = new ArrayBuffer(32), x = new Float64Array(buffer), bytes = new Uint8Array(buffer, 3, 9);
  x.set([1, 2, 3, 4]);
  k.shift({ data: x, shape: [2], stride: [1], offset: 2 }, x.subarray(0, 2));
  assert.deepEqual(x, f64(1, 2, 1, 2));
  assert.ok(k.count_true(bytes) >= 0);
});
hostile("an overlap with an array that had to be packed", () => {
  const x = f64(1, 2, 3, 4), strided = { data: x, shape: [2], stride: [2], offset: 0 };
  raises("ValueError", /shift_packed\(dst\): overlaps with another argument/, () => k.shift_packed(strided, x.subarray(0, 2)));
  assert.deepEqual(x, f64(1, 2, 3, 4));
  k.shift_packed(strided, x.slice(0, 2));
  assert.deepEqual(x, f64(1, 2, 2, 4));
  k.shift_packed({ data: x, shape: [1], stride: [2], offset: 0 }, x.subarray(1, 2));
  assert.equal(x[0], 2);
});
hostile("out over an input", () => {
  const x = f64(1, 2, 3, 4), a = { data: x, shape: [2, 2] };
  assert.equal(k.transpose([[1, 2], [3, 4]], { out: a }), a);
  assert.deepEqual(x, f64(1, 3, 2, 4));
});

// Arrays of others.
hostile("an array of another npc module", () => {
  const a = other.array("float64", [3], [1, 2, 3]);
  k.scale(a, 10);
  k.shift(a.lo(1), a.hi(2));
  assert.deepEqual(a.toArray(), [10, 10, 10]);
  const v = small.array("int32", [2], [3, 4]);
  assert.equal(k.np_sum(v), 7);
  assert.equal(other.np_sum(v.data), 7);
  a.dispose(), v.dispose();
  raises("ValueError", /disposed/, () => k.scale(a), () => k.np_sum(v));
});
hostile("arrays of another realm", () => {
  assert.equal(k.np_sum(vm.runInNewContext("[1, 2n, 3]")), 6);
  assert.equal(small.np_sum(vm.runInNewContext("({ data: Int32Array.of(1, 2), shape: [2], stride: [-1], offset: 1 })")), 3);
  const x = vm.runInNewContext("Float64Array.of(1, 2)");
  k.scale(x, 4);
  assert.deepEqual([...x], [4, 8]);
  assert.deepEqual(k.divmod(7, vm.runInNewContext("({ b: 2 })")), [3, 1]);
  both(vm.runInNewContext("new Float32Array(2)"), TypeError, /got float32\[2\]/);
});
hostile("subclasses of typed arrays", () => {
  class Samples extends Float64Array { get length() { return 1e9; } get byteOffset() { return -8; } get buffer() { throw new Error("no"); } static get [Symbol.species]() { throw new Error("no"); } set() { throw new Error("no"); } }
  const x = Samples.from({ length: 0 }).constructor === Samples ? Reflect.construct(Float64Array, [2], Samples) : null;
  x[0] = 3;
  assert.equal(k.mix(x, 0, 0), 3);
  class Counts extends Int32Array {}
  assert.equal(k.np_sum(new Counts(3).fill(2)), 6);
  assert.equal(small.np_sum(new Counts(3).fill(2)), 6);
});
hostile("a typed array with properties of its own", () => {
  const x = i32(1, 2);
  Object.defineProperties(x, { length: { value: 1e6 }, shape: { value: [9] }, data: { value: "x" }, [Symbol.toStringTag]: { value: "Float64Array" } });
  assert.equal(k.np_sum(x), 3);
  assert.equal(small.np_sum(x), 3);
});
hostile("what only looks like a typed array", () => {
  both(Object.create(Int32Array.prototype), TypeError, /./);
  both({ __proto__: Int32Array.prototype, length: 2 }, TypeError, /./);
  both({ [Symbol.toStringTag]: "Int32Array", length: 2, 0: 1, 1: 2, constructor: Int32Array, shape: [2] }, TypeError, /unexpected keyword/);
  both(new (class { length = 2; constructor() { this[0] = 1; } get [Symbol.toStringTag]() { return "Int32Array"; } })(), TypeError, /got object/);
});
hostile("proxies", () => {
  both(new Proxy(i32(1, 2), {}), TypeError, /./);
  assert.equal(k.np_sum(new Proxy([1, 2], {})), 3);
  assert.equal(small.np_sum(new Proxy([1, 2], {})), 3);
  assert.equal(k.np_sum(new Proxy({ data: i32(1, 2), shape: [2] }, {})), 3);
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  both(proxy, TypeError, /revoked/);
});
hostile("a list whose length lies", () => {
  both(new Proxy([1], { get: (t, key) => (key == "length" ? 3 : t[key]) }), TypeError, /got undefined/);
  both(new Proxy([1], { get: (t, key) => (key == "length" ? NaN : t[key]) }) && [NaN], TypeError, /got NaN/);
});
hostile("getters that throw", () => {
  const oops = { get() { throw new RangeError("mine"); } };
  for (const key of ["data", "shape", "stride", "offset"]) {
    both(Object.defineProperty({ data: i32(1) }, key, oops), RangeError, /^mine$/);
  }
  both(Object.defineProperty([1, 2], 1, oops), RangeError, /^mine$/);
  raises(RangeError, /^mine$/, () => k.divmod(1, Object.defineProperty({}, "b", { ...oops, enumerable: true })));
});

// Lists.
hostile("holes and sparse lists", () => {
  both([1, , 3], TypeError, /got undefined/);
  both(new Array(5), TypeError, /got undefined/);
  both(new Array(2 ** 32 - 1), TypeError, /got undefined/);
  raises(TypeError, /got undefined/, () => k.scale(new Array(2 ** 31)));
});
hostile("numbers that are no int32", () => {
  both([0.5], TypeError, /np_sum\(x\): expected int32, got 0.5/);
  both([NaN], TypeError, /got NaN/);
  both([Infinity], TypeError, /got Infinity/);
  both([2 ** 31], "OverflowError", /out of bounds for int32/);
  both([-(2 ** 31) - 1], "OverflowError", /out of bounds/);
  both([1e300], "OverflowError", /out of bounds/);
  both([2n ** 64n], "OverflowError", /Python integer 18446744073709551616 out of bounds for int32/);
  assert.equal(k.np_sum([-(2 ** 31), 2 ** 31 - 1, 5n, -0]), 4);
});
hostile("what is no number in a list", () => {
  for (const v of ["1", null, undefined, {}, true, Symbol("s"), () => 1, [1], new Date(0), new Number(1)]) both([v], TypeError, /np_sum\(x\)|differ in length/);
});
hostile("bigints where floats go, floats where bigints go", () => {
  raises(TypeError, /expected float64, got 1/, () => k.scale([1n]));
  raises(TypeError, /expected int64, got 1.5/, () => k.halve([1.5]));
  raises(TypeError, /expected float64\[n\], got int64\[1\]/, () => k.scale(BigInt64Array.of(1n)));
  raises(TypeError, /expected int64\[n\], got float64\[1\]/, () => k.halve(f64(1)));
  raises(k.OverflowError, /pass a bigint/, () => k.halve([2 ** 60]));
  const list = [2n ** 60n, 8];
  k.halve(list);
  assert.deepEqual(list, [2n ** 59n, 4]);
});
hostile("uint64 at its ends", () => {
  assert.equal(k.first([7n]), 7);
  assert.equal(k.first(BigUint64Array.of(2n ** 53n - 1n)), 2 ** 53 - 1);
  raises(k.OverflowError, /out of bounds for uint64/, () => k.first([-1]), () => k.first([-1n]), () => k.first([2n ** 64n]));
  for (const n of [2n ** 64n - 1n, 2n ** 63n, 2n ** 53n]) raises(k.OverflowError, new RegExp(`^${n} is beyond 2\\^53`), () => k.first([n]), () => k.same_u64(n));
  assert.equal(k.first(Uint32Array.of(9)), 9);
});
hostile("minus zero", () => {
  assert.ok(Object.is(k.same_f64(-0), -0));
  assert.ok(Object.is(k.same_int(-0), 0));
  assert.deepEqual(k.divmod(-0, 5), [0, 0]);
  assert.ok(Object.is(k.mix(f64(-0), -0, 0), -0));
});
hostile("nested lists of all kinds", () => {
  raises(TypeError, /transpose\(a\)/, () => k.transpose([]), () => k.transpose([[1], 2]), () => k.transpose([[1], [1, 2]]), () => k.transpose([[1], "2"]), () => k.transpose([[[]]]), () => k.transpose([1, [2]]));
  assert.deepEqual(k.transpose([[], []]).shape, [0, 2]);
  assert.deepEqual(k.transpose([i32(1, 2), [3, 4]]).toArray(), [[1, 3], [2, 4]]);
  const cyclic = [];
  cyclic.push(cyclic);
  raises(TypeError, /./, () => k.transpose(cyclic));
  let deep = 1;
  for (let i = 0; i < 1e5; i++) deep = [deep];
  raises(TypeError, /expected float64\[h, w\], got array\[1, 1/, () => k.transpose(deep));
});
hostile("a frozen list that is written", () => {
  raises(TypeError, /read only/, () => k.scale(Object.freeze([1, 2])));
});
hostile("a written list with setters", () => {
  const seen = [], list = new Proxy([1, 2], { set: (t, key, v) => (seen.push(v, k.np_sum([1])), Reflect.set(t, key, v)) });
  k.scale(list);
  assert.deepEqual(seen, [2, 1, 4, 1]);
});

// {data, shape, stride, offset}.
hostile("strides and offsets out of range", () => {
  const data = i32(1, 2, 3, 4);
  for (const more of [{ shape: [5] }, { shape: [2], stride: [4] }, { shape: [2], stride: [-1] }, { shape: [1], offset: 4 }, { shape: [1], offset: -1 }, { shape: [2], stride: [2 ** 53] }, { shape: [2 ** 53] }, { shape: [1e300] }, { shape: [Infinity] }, { offset: 1 }]) {
    both({ data, ...more }, TypeError, /strides out of bounds/);
  }
});
hostile("shapes that are no shapes", () => {
  const data = i32(1, 2, 3, 4);
  for (const more of [{ shape: [-1] }, { shape: [0.5] }, { shape: [NaN] }, { shape: ["2"] }, { shape: [null] }, { shape: [,] }, { shape: [2], stride: [0.5] }, { shape: [2], stride: ["1"] }, { shape: [2], stride: [] }, { shape: [1], offset: "0" }, { shape: [1], offset: 0.5 }, { shape: [1], offset: 0n }, { shape: [2n] }, { shape: [Symbol()] }, { shape: [], stride: [] }, { shape: [1, 1] }, { shape: 2 }, { shape: "2" }, { shape: {} }, { shape: [2], stride: 1 }]) {
    both({ data, ...more }, TypeError, /./);
  }
});
hostile("a shape of a typed array, a long one, a lying one", () => {
  const data = i32(1, 2, 3, 4);
  assert.equal(k.np_sum({ data, shape: Uint8Array.of(2), stride: Int8Array.of(-1), offset: 3 }), 7);
  raises(TypeError, /./, () => k.np_sum({ data, shape: new Array(1e8) }), () => k.np_sum({ data, shape: { length: 1e15 } }));
  let calls = 0;
  const lying = { get length() { return calls++ ? 3 : 1; }, 0: 4, 1: 5, 2: 6 };
  raises(TypeError, /./, () => k.np_sum({ data, shape: [2], get stride() { return lying; }, offset: 9 }));
});
hostile("rank 0 and empty", () => {
  assert.equal(k.wrap(2).get(), 3);
  assert.equal(k.wrap({ data: f64(1, 4), shape: [], offset: 1 }).get(), 5);
  raises(TypeError, /^wrap\(/, () => k.wrap([]), () => k.wrap("2"), () => k.wrap({}), () => k.wrap(f64(1)));
  assert.equal(k.np_sum({ data: i32(), shape: [0], stride: [-3], offset: 0 }), 0);
  assert.deepEqual(k.transpose({ data: f64(), shape: [0, 5] }).shape, [5, 0]);
  assert.deepEqual(k.transpose({ data: f64(), shape: [2 ** 40, 0] }).size, 0);
});
hostile("objects without data", () => {
  raises(TypeError, /unexpected keyword argument 'shape'/, () => k.np_sum({ shape: [2] }), () => small.np_sum({ shape: [2] }));
  raises(TypeError, /missing 1 required positional argument: 'x'/, () => k.np_sum({}), () => small.np_sum({}), () => k.np_sum(), () => small.np_sum(undefined));
  both(new (class { shape = [2]; })(), TypeError, /expected int32\[n\], got object\[2\]/);
  both({ data: null }, TypeError, /got object/);
  both({ data: { data: i32(1) } }, TypeError, /got object/);
});

// Arguments.
hostile("strings, symbols, functions, null", () => {
  for (const v of ["abc", Symbol("s"), () => 1, null, 5, 5n, true, /x/, new Map(), new Set([1]), new Date(0), Promise.resolve()]) both(v, TypeError, /np_sum\(x\): expected int32\[n\], got /);
  for (const v of ["1", Symbol("s"), null, 1n, true, [], [1], {}.x ?? new Date(0), () => 1]) raises(TypeError, /same_f64\(n\): expected float64, got/, () => k.same_f64(v));
});
hostile("objects with valueOf are no numbers", () => {
  raises(TypeError, /got object/, () => k.same_f64(new Number(1)), () => k.same_int(Object(1n)), () => k.same_f64(new (class { valueOf() { return 1; } })()));
});
hostile("surplus arguments are ignored", () => {
  assert.deepEqual([1.5, 2].map(k.same_f64), [1.5, 2]);
  assert.deepEqual([[1], [2, 3]].map(k.np_sum), [1, 5]);
  assert.deepEqual([[1], [2, 3]].map(small.np_sum), [1, 5]);
  assert.equal(k.np_sum([1], null, undefined, "x", Symbol()), 1);
});
hostile("missing arguments", () => {
  raises(TypeError, /^divmod\(\) missing 1 required positional argument: 'a'$/, () => k.divmod(), () => k.divmod(undefined, 1), () => k.divmod({ b: 1 }));
  raises(TypeError, /'b'$/, () => k.divmod(1, undefined), () => k.divmod(1, {}));
});
hostile("keywords", () => {
  assert.deepEqual(k.divmod(Object.assign(Object.create(null), { a: 9, b: 2 })), [4, 1]);
  raises(TypeError, /unexpected keyword argument 'toString'/, () => k.divmod(1, { b: 2, toString: 1 }));
  raises(TypeError, /unexpected keyword argument '__proto__'/, () => k.divmod(1, JSON.parse('{"b": 2, "__proto__": {"a": 1}}')));
  raises(TypeError, /expected int, got object/, () => k.divmod(1, Object.create({ b: 2 })));
  raises(TypeError, /multiple values for argument 'a'/, () => k.divmod(1, 2, { a: 1 }));
  raises(TypeError, /unexpected keyword argument 'out'/, () => k.divmod(1, 2, { out: null }), () => k.scale(f64(1), { out: f64(1) }));
  raises(TypeError, /missing/, () => k.divmod({ a: 1, get b() {} }));
  assert.deepEqual(k.divmod({ a: 1, [Symbol("c")]: 3, b: 1 }), [1, 0]);
});
hostile("options of all kinds", () => {
  assert.deepEqual(k.arange(2, { out: undefined, resident: undefined }), f64(0, 1));
  assert.deepEqual(k.arange(2, { out: null, resident: null }), f64(0, 1));
  raises(TypeError, /arange\(out\): expected float64\[n\]/, () => k.arange(2, { out: 5 }), () => k.arange(2, { out: true }), () => k.arange(2, { out: [[]] }), () => k.arange(2, { out: { data: [0, 0] } }));
  raises(TypeError, /strides out of bounds/, () => k.arange(2, { out: { data: f64(0), shape: [2] } }));
});

// Resident arrays.
hostile("disposed arrays", () => {
  const a = k.array("float64", [2], [1, 2]), view = a.step(-1), flat = small.array("int32", [1]);
  a.dispose(), a.dispose(), a[Symbol.dispose](), view.dispose(), flat.dispose(), flat.dispose();
  raises("ValueError", /^the array is disposed of$/, () => k.mix(a, 1, 1), () => k.scale(a), () => k.scale(view), () => a.data, () => a.get(0), () => a.set(0, 1), () => a.toArray(), () => a.toTypedArray(), () => [...a], () => k.arange(2, { out: a }), () => small.np_sum(flat), () => k.np_sum(flat));
  assert.deepEqual([a.shape, a.dtype, a.size, a.resident], [[2], "float64", 2, true]);
});
hostile("using", () => {
  let kept;
  const stack = [];
  // What `using a = …` does, in an engine that has not got it.
  const using = (made) => (stack.push(made), made);
  try {
    kept = using(k.array("float64", [2]));
    k.scale(kept);
  } finally {
    stack.forEach((made) => made[Symbol.dispose]());
  }
  raises("ValueError", /disposed/, () => k.scale(kept));
});
hostile("an array that the getter of a later argument disposes of", () => {
  const a = k.array("float64", [2], [1, 2]);
  raises("ValueError", /disposed/, () => k.shift(a, { get data() { a.dispose(); return f64(1, 2); } }));
  const b = k.array("float64", [2], [1, 2]);
  raises("ValueError", /disposed/, () => k.shift(b.step(-1), { get data() { b.dispose(); k.arange(2, { resident: true }).dispose(); return f64(1, 2); } }));
});
hostile("attempts to change a resident array's shape", () => {
  "use strict";
  const a = k.array("float64", [2], [1, 2]), flat = small.array("int32", [2], [1, 2]);
  raises(TypeError, /./, () => (a.shape[0] = 99), () => (a.stride[0] = 99), () => (a.offset = 99), () => (a.dtype = "int8"), () => (a.shape = [99]), () => (flat.dtype = "x"), () => (flat.size = 9));
  flat.shape[0] = 1e6;
  assert.equal(small.np_sum(flat), 3);
  assert.equal(k.mix(a, 0, 0), 1);
  a.dispose(), flat.dispose();
});
hostile("methods on what is no array", () => {
  const a = k.array("float64", [1]), { get, data } = Object.getOwnPropertyDescriptors(Object.getPrototypeOf(a));
  raises(TypeError, /./, () => data.get.call({}), () => get.value.call({ shape: [] }), () => k.scale(Object.create(a)));
  a.dispose();
});
hostile("array() with anything", () => {
  for (const dtype of ["float", "", "constructor", "__proto__", null, undefined, 5, Symbol(), {}]) raises(TypeError, /array\(dtype\)/, () => k.array(dtype, [1]));
  raises("ValueError", /array\(shape\)/, () => k.array("int8", [-1]), () => k.array("int8", [0.5]), () => k.array("int8", ["1"]), () => k.array("int8", [NaN]), () => small.array("int32", [-1]), () => small.array("int32", []), () => small.array("int32", [1, 1]), () => small.array("int32", 3));
  raises(TypeError, /./, () => k.array("int8", 3), () => k.array("int8", null), () => k.array("int8", [1n]), () => small.array("int32", null));
  raises("ValueError", /expected 2 values, got 1/, () => k.array("int8", [2], [1]), () => small.array("int32", [2], [1]));
  raises(TypeError, /array\(values\)/, () => k.array("int8", [2], 0), () => k.array("int8", [2], "ab"), () => k.array("int8", [2], f64(1, 2)), () => small.array("int32", [2], [1, "2"]));
});
hostile("array() of views of itself while memory grows", () => {
  const a = k.array("float64", [50000]);
  a.data[7] = 3;
  const b = k.array("float64", [50000], a.data), c = k.array("float64", [50000], a.step(-1));
  assert.deepEqual([b.get(7), c.get(50000 - 8)], [3, 3]);
  a.dispose(), b.dispose(), c.dispose();
  const x = small.array("int32", [90000]);
  x.data[9] = 4;
  const y = small.array("int32", [90000], x.data), z = small.array("int32", [90000], x);
  assert.deepEqual([y.data[9], z.data[9]], [4, 4]);
  x.dispose(), y.dispose(), z.dispose();
});

// Reentrancy.
hostile("a getter that calls the module", () => {
  const nested = { get data() { assert.deepEqual(k.divmod(9, 4), [2, 1]); raises(k.IndexError, /./, () => k.arange(-1)); return i32(1, 2); } };
  assert.equal(k.np_sum(nested), 3);
  assert.equal(k.total(nested), 3);
  const x = f64(1, 2);
  k.shift(x, { get data() { k.shift(x, f64(7, 8)); return f64(5, x[0]); } });
  assert.deepEqual(x, f64(5, 7));
});
hostile("a getter of the same function with overloads", () => {
  let inner;
  assert.equal(k.total({ get data() { inner = k.total(f64(0.5)); return i32(4); } }), 4);
  assert.equal(inner, 0.5);
});
hostile("a setter that calls the module after it raised", () => {
  const list = new Proxy([1, 2], { set: (t, key, v) => (raises(k.ZeroDivisionError, /division/, () => k.divmod(1, 0)), Reflect.set(t, key, v)) });
  raises(k.IndexError, /index 2 is out of bounds/, () => k.scale(list, NaN));
});

// Stacks.
hostile("recursion beyond the stack of the engine", () => {
  for (let i = 0; i < 3; i++) raises(k.RecursionError, /^maximum recursion depth exceeded$/, () => k.deep(90000));
  k.deep(10);
  assert.ok(k.RecursionError.prototype instanceof k.PythonError);
});
hostile("a call with hardly any stack left", () => {
  const dive = (n) => {
    try {
      return dive(n + 1);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      try {
        return k.same_f64(n);
      } catch (again) {
        assert.ok(again instanceof RangeError || again instanceof k.PythonError, again);
        throw new RangeError("deeper");
      }
    }
  };
  assert.ok(dive(0) > 0);
});

// Names.
hostile("names", async () => {
  for (const name of ["then_", "delete_", "npc_", "__proto___", "Array_", "get", "constructor", "default_", "memory_", "größe"]) assert.equal(k[name](2), 2, name);
  assert.equal((await import(new URL("inline/kitchen.js", root))).np_sum, k.np_sum);
  assert.equal(k.default, undefined);
});

// Globals that others have changed.
for (const key of ["data", "shape", "stride", "strides", "offset", "storage", "length", "out", "resident", "base", "block", "slot", "at", "use", "list", "store", "own", "origin", "back", "into", "slots", "headers", "free", "n", "x"]) {
  hostile(`Object.prototype.${key}`, () => polluted(Object.prototype, key, i32(9, 9, 9), () => {
    assert.equal(k.np_sum([1, 2]), 3);
    assert.equal(small.np_sum([1, 2]), 3);
    assert.equal(k.np_sum({ data: i32(1, 2) }), 3);
    assert.equal(small.np_sum({ data: i32(1, 2), shape: [1] }), 1);
    assert.equal(k.arange({ n: 2 }).length, 2);
    const x = f64(1, 2, 3);
    k.shift(x.subarray(1), x.subarray(0, 2));
    assert.deepEqual(x, f64(1, 1, 1));
    const a = k.array("float64", [2], [1, 2]);
    assert.equal(k.mix(a, 1, 1), 2);
    assert.deepEqual(a.toArray(), [1, 2]);
    a.dispose();
    assert.equal(k.divmod({ a: 7, b: 2 }).join(), "3,1");
    assert.equal(k.transpose({ data: f64(1, 2), shape: [1, 2] }).toNumbers().join(), "1,2");
  }));
}
hostile("Array.prototype[Symbol.iterator] replaced", () => {
  const x = f64(1, 2, 3), values = f64(5, 6);
  const results = polluted(Array.prototype, Symbol.iterator, function* () { yield 1e6; }, () => {
    const a = k.array("float64", [2, 1], values), v = small.array("int32", [2], [3, 4]);
    k.shift(x.subarray(1), x.subarray(0, 2));
    k.negate({ data: x, shape: [2], stride: [2] });
    const all = [k.np_sum([1, 2]), small.np_sum([1, 2]), k.divmod(7, 2), k.transpose(a).toArray(), k.mix(x, 1, 2), small.np_sum(v), k.total([1, 2.5]), k.hypot2([3, 4]), k.pair([]), a.pick(1).get(0), x];
    a.dispose(), v.dispose();
    return all;
  });
  assert.deepEqual(results, [3, 3, [3, 1], [[5, 6]], 1, 7, 3.5, 25, [f64(), 0], 6, f64(-1, 1, -1)]);
});
hostile("frozen globals", () => {
  const source = `
    for (const c of [Object, Array, Error, TypeError, Function, Symbol, Promise]) Object.freeze(c.prototype), Object.freeze(c);
    for (let c = Int32Array; c; c = Object.getPrototypeOf(c)) Object.freeze(c), c.prototype && Object.freeze(c.prototype);
  `;
  const context = vm.createContext({ WebAssembly, atob, TextDecoder });
  vm.runInContext(source, context);
  vm.runInContext(readScript(), context);
  const { kitchen } = context;
  assert.equal(kitchen.np_sum([1, 2]), 3);
  raises("IndexError", /out of bounds/, () => kitchen.arange(-1));
  const a = kitchen.array("float64", [2], [1, 2]);
  kitchen.scale(a);
  assert.equal(a.get(1), 4);
});
const readScript = () => readFileSync(new URL("script/kitchen.js", root), "utf8");

test("there are enough of them", () => assert.ok(cases >= 60, `${cases} cases`));
