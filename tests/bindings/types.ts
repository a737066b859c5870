// Compiled by `tsc --strict`, never run: what the declarations allow, and what they refuse.
import * as k from "./inline/kitchen.js";
import { array, npc, type NDArray } from "./inline/kitchen.js";
import { instantiate, instantiateSync, type Exports } from "./raw/kitchen.js";
import * as big from "./bigint/kitchen.js";
import * as numbers from "./number/kitchen.js";
import * as small from "./small/np_sum.js";

import ndarray from "ndarray";
import * as np from "numpy-ts";

// Arrays of other libraries, as they are.
k.np_sum(ndarray(new Int32Array(4)));
k.transpose(ndarray(new Float64Array(4), [2, 2]).transpose(1, 0));
k.scale(ndarray(new Float64Array(4)));
const zeros = np.zeros([3]);
k.mix(zeros, 1, 2);
k.transpose(np.ones([2, 2], "float64"));
k.np_sum(np.zeros([3], "int32"));
// @ts-expect-error scijs: another dtype
k.np_sum(ndarray(new Float32Array(4)));
// @ts-expect-error scijs: another dtype is written
k.scale(ndarray(new Float32Array(4)));
const singles = np.zeros([3], "float32"), doubles = np.zeros([3]);
// @ts-expect-error numpy-ts: another dtype
k.np_sum(singles);
// @ts-expect-error numpy-ts: float64 is the default
k.np_sum(doubles);
k.mix(doubles, 1, 2);

const sum: number = k.np_sum(Int32Array.of(1));
k.np_sum([1, 2]);
k.np_sum({ data: Int32Array.of(1), shape: [1], stride: [1], offset: 0 });
// @ts-expect-error another dtype
k.np_sum(new Float32Array(1));
// @ts-expect-error another rank
k.np_sum([[1]]);
// @ts-expect-error no array
k.np_sum(1);

const x: Float64Array = k.arange(3);
const same: Float64Array = k.arange({ n: 3 });
const kept: NDArray<"float64", 1> = k.arange({ resident: true });
const late: NDArray<"float64", 1> = k.arange(3, { resident: true });
const out: { data: Float64Array; shape: number[] } = k.arange({ out: { data: x, shape: [3] } });
k.arange(3n, { out: x }).fill(0);
// @ts-expect-error unknown keyword
k.arange({ m: 3 });
// @ts-expect-error out has another dtype
k.arange(3, { out: new Float32Array(3) });

const nothing: void = k.scale(x, 2);
k.scale(x, { s: 2 });
k.scale(kept);
// @ts-expect-error a plain array cannot be written
k.scale([1, 2]);
const [q, r]: [number, number] = k.divmod(7n, 2);
const [copy, n]: [Float64Array, number] = k.pair(x);
const [into] = k.pair(x, { out: [kept, null] });
into.dispose();

const t = k.transpose([[1, 2], Float64Array.of(3, 4)]);
const rows: 2 = t.ndim;
t.shape satisfies readonly [number, number];
const element: number = t.get(0, 1);
t.set(0, 1, 2.5);
k.transpose(t.transpose(1, 0).lo(1).hi(2, 2).step(-1));
k.scale(t.pick(0, null));
// @ts-expect-error another rank
k.transpose(array("float64", [1, 2, 3]));
// @ts-expect-error another dtype
k.transpose(array("float32", [1, 2]));
const zero: NDArray<"float64", 0> = k.wrap(3);

const longs: BigInt64Array = k.longs(3);
const flag: boolean = k.same_bool(true);
k.hypot2([1, 2]);
k.hypot2([1, 2], null);
const total: number = k.total(Int32Array.of(1)) + k.total(x);
k.delete_(1) + k.then_(1) + k.npc_(1) + k.__proto___(1) + k.Array_(1) + k.get(1);

const a = array("uint8", [2, 3] as const, new Uint8ClampedArray(6));
a satisfies NDArray<"uint8", 2>;
const memory: WebAssembly.Memory = npc.memory;
const inUse: number = npc.inUse;
npc.reserve(10);
npc.array("int64", [2], [1, 2n]).get(0) satisfies number;
try {
  k.arange(-1);
} catch (error) {
  if (error instanceof k.IndexError) error.traceback[0]?.line satisfies number | undefined;
  if (error instanceof k.PythonError) error.message satisfies string;
}

const exact: bigint = big.same_int(3) + big.array("int64", [1]).get(0);
const checked: Float64Array = numbers.longs(3);
numbers.array("int64", [1], checked);
async function raw(response: Promise<Response>, module: WebAssembly.Module): Promise<Exports> {
  instantiateSync(module).np_sum([1]).toFixed();
  return instantiate(response);
}
small.array("int32", [3]).data satisfies Int32Array;
// @ts-expect-error this module has no such dtype
small.array("float64", [3]);

export { sum, same, late, out, nothing, q, r, copy, n, rows, element, zero, longs, flag, total, memory, inUse, exact, raw };
