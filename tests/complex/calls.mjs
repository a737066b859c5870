// Complex numbers in JavaScript: scalars are pairs, arrays lie with real and imaginary parts in turn.
import assert from "node:assert/strict";
import * as k from "./kernels.js";

assert.deepEqual(k.square([1, 2]), [-3, 4]);
assert.deepEqual(k.square(3), [9, 0]);
assert.deepEqual(k.inverse([0, 2]), [0, -0.5]);
assert.throws(() => k.inverse([0, 0]), k.ZeroDivisionError);
assert.throws(() => k.square("1j"), TypeError);
assert.throws(() => k.square([1, 2, 3]), TypeError);

const values = [[-4, 0], [3, 4], [0, 2]];
assert.deepEqual(k.roots(Float64Array.from(values.flat())), Float64Array.of(0, 2, 2, 1, 1, 1));
const roots = k.roots(k.array("complex128", [3], values), { resident: true });
assert.equal(roots.dtype, "complex128");
assert.deepEqual(roots.toArray(), [[0, 2], [2, 1], [1, 1]]);
assert.deepEqual(k.total(k.array("complex64", [2], [[1, 2], [3, 4]])), [4, 6]);
assert.throws(() => k.total(k.array("complex128", [1], [[1, 2]])), TypeError);

const grid = k.array("complex128", [1, 2], [[1, 2], [3, 4]]);
k.turn(grid);
assert.deepEqual(grid.data, Float64Array.of(-2, 1, -4, 3));
assert.deepEqual(grid.get(0, 1), [-4, 3]);

assert.deepEqual(k.pairs([[1, 2], [3, -4]]), [[1, -2], [3, 4]]);
assert.deepEqual(k.spectrum(3), [Float64Array.of(0, 0, 0, 2, 0, 4), [3, -1]]);
assert.deepEqual(k.parts(Float64Array.of(1, 2, 3, 4)), [Float64Array.of(1, 3), Float64Array.of(2, 4)]);
