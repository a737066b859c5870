"""The whole rule for the order of NumPy's float sums, checked bit by bit against NumPy when this file is run.

It completes the table of the design (IR, "The order of sums"), which names the cases one by one. Of the reduced axes:

1. sort by |stride|, largest first; drop those of length 1; merge neighbours that lie together in memory;
2. if a kept (not reduced) axis has the smallest stride, every result adds its elements in order;
3. otherwise the *core* is the last axis, extended by further axes while it has at most 8192 elements;
4. the elements are cut into blocks of ⌊8192/core⌋·core elements, along the one axis outside of the core; they start
   again at every step of the axes beyond that. A core of more than 8192 elements is one block, unless a cast goes
   through NumPy's buffer: then it is cut into blocks of 8192;
5. each block is summed pairwise, and the blocks are added in order.

One axis is one block of any length, unless there is a cast. Axes that are reduced outside of a kept axis end the blocks.
"""
import functools
import operator

import numpy as np

BUFFER = 8192


def pairwise(a):
    n, kind = len(a), a.dtype.type
    if n < 8:
        return functools.reduce(lambda total, value: kind(total + value), a, kind(-0.0))
    if n <= 128:
        r = [a[k] for k in range(8)]
        for i in range(8, n - n % 8, 8):
            r = [r[k] + a[i + k] for k in range(8)]
        total = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]))
        return functools.reduce(operator.add, a[n - n % 8 :], total)
    half = n // 2
    half -= half % 8
    return pairwise(a[:half]) + pairwise(a[half:])


def full_sum(x, dtype=np.float64):
    """`x.sum()` of two or more elements, with a cast if `x` has another dtype."""
    x = x.transpose(np.argsort([-abs(stride) for stride in x.strides], kind="stable"))
    extents, cast = merged_extents(x), x.dtype != dtype
    flat = x.ravel().astype(dtype)
    if len(extents) == 1 and not cast:
        return pairwise(flat)
    core = extents.pop()
    while extents and core * extents[-1] <= BUFFER:
        core *= extents.pop()
    if core > BUFFER:
        run, block = core, BUFFER if cast else core
    else:
        run, block = core * (extents[-1] if extents else 1), BUFFER // core * core
    blocks = [pairwise(flat[start + i : start + min(i + block, run)]) for start in range(0, len(flat), run) for i in range(0, run, block)]
    return functools.reduce(operator.add, blocks)


def merged_extents(x):
    extents, last = [], 0
    for extent, stride in zip(x.shape, x.strides):
        if extent == 1:
            continue
        if extents and last == extent * stride:
            extents[-1] *= extent
        else:
            extents.append(extent)
        last = stride
    return extents or [1]


def main():
    rng, wrong, rounds = np.random.default_rng(0), 0, 400
    for _ in range(rounds):
        shape = [int(2 + rng.integers(1, 10 ** rng.uniform(0.3, 4.2 / ndim) + 2)) for ndim in [rng.integers(1, 5)] for _ in range(ndim)]
        gaps = tuple(slice(None, None, int(rng.choice([1, 1, 2, -1]))) if rng.random() < 0.5 else slice(None, -1) for _ in shape)
        x = rng.standard_normal(shape)[gaps].transpose(rng.permutation(len(shape)))
        if rng.random() < 0.3:
            x = x.astype(np.float32, order="K")
        if x.size > 1 and x.sum(dtype=np.float64) != full_sum(x):
            wrong += 1
            print("differs:", x.shape, x.strides, x.dtype)
    print(f"{rounds - wrong} of {rounds} sums bit-identical")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
