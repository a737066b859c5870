# Comparisons, masks of several widths at once, and choices between values of other dtypes.
import numpy as np


def compare(a, b):
    return a < b, a <= b, a > b, a >= b, a == b, a != b


def choose(a, b, x, y):
    return np.where((a < b) & ~(x == y), x, y)


def clamp(x, low, high):
    return np.where(x < low, low, np.where(x > high, high, x))


def both(p, q):
    return p & q, p | q, p ^ q, ~p, p == q, p < q


def counted(a, b):
    return ((a < b) * 2.5 + (a == b)).astype(np.float32)


def store_where(out, a, b):
    out[a > b] = 7


# run: r = np.random.default_rng(1); compare(r.integers(0, 5, 77).astype(np.int8), r.integers(0, 5, 77).astype(np.int8))
# run: r = np.random.default_rng(2); counted(r.integers(0, 5, 77).astype(np.int8), r.integers(0, 5, 77).astype(np.int8))
# run: r = np.random.default_rng(5); store_where(r.integers(0, 5, 77).astype(np.int8), r.integers(0, 5, 77).astype(np.int8), r.integers(0, 5, 77).astype(np.int8))
# run: r = np.random.default_rng(1); compare(r.integers(0, 5, 77).astype(np.int16), r.integers(0, 5, 77).astype(np.int16))
# run: r = np.random.default_rng(2); counted(r.integers(0, 5, 77).astype(np.int16), r.integers(0, 5, 77).astype(np.int16))
# run: r = np.random.default_rng(5); store_where(r.integers(0, 5, 77).astype(np.int16), r.integers(0, 5, 77).astype(np.int16), r.integers(0, 5, 77).astype(np.int16))
# run: r = np.random.default_rng(1); compare(r.integers(0, 5, 77).astype(np.int32), r.integers(0, 5, 77).astype(np.int32))
# run: r = np.random.default_rng(2); counted(r.integers(0, 5, 77).astype(np.int32), r.integers(0, 5, 77).astype(np.int32))
# run: r = np.random.default_rng(5); store_where(r.integers(0, 5, 77).astype(np.int32), r.integers(0, 5, 77).astype(np.int32), r.integers(0, 5, 77).astype(np.int32))
# run: r = np.random.default_rng(1); compare(r.integers(0, 5, 77).astype(np.int64), r.integers(0, 5, 77).astype(np.int64))
# run: r = np.random.default_rng(2); counted(r.integers(0, 5, 77).astype(np.int64), r.integers(0, 5, 77).astype(np.int64))
# run: r = np.random.default_rng(5); store_where(r.integers(0, 5, 77).astype(np.int64), r.integers(0, 5, 77).astype(np.int64), r.integers(0, 5, 77).astype(np.int64))
# run: r = np.random.default_rng(1); compare(r.integers(0, 5, 77).astype(np.uint8), r.integers(0, 5, 77).astype(np.uint8))
# run: r = np.random.default_rng(2); counted(r.integers(0, 5, 77).astype(np.uint8), r.integers(0, 5, 77).astype(np.uint8))
# run: r = np.random.default_rng(5); store_where(r.integers(0, 5, 77).astype(np.uint8), r.integers(0, 5, 77).astype(np.uint8), r.integers(0, 5, 77).astype(np.uint8))
# run: r = np.random.default_rng(1); compare(r.integers(0, 5, 77).astype(np.uint16), r.integers(0, 5, 77).astype(np.uint16))
# run: r = np.random.default_rng(2); counted(r.integers(0, 5, 77).astype(np.uint16), r.integers(0, 5, 77).astype(np.uint16))
# run: r = np.random.default_rng(5); store_where(r.integers(0, 5, 77).astype(np.uint16), r.integers(0, 5, 77).astype(np.uint16), r.integers(0, 5, 77).astype(np.uint16))
# run: r = np.random.default_rng(1); compare(r.integers(0, 5, 77).astype(np.uint32), r.integers(0, 5, 77).astype(np.uint32))
# run: r = np.random.default_rng(2); counted(r.integers(0, 5, 77).astype(np.uint32), r.integers(0, 5, 77).astype(np.uint32))
# run: r = np.random.default_rng(5); store_where(r.integers(0, 5, 77).astype(np.uint32), r.integers(0, 5, 77).astype(np.uint32), r.integers(0, 5, 77).astype(np.uint32))
# run: r = np.random.default_rng(1); compare(r.integers(0, 5, 77).astype(np.uint64), r.integers(0, 5, 77).astype(np.uint64))
# run: r = np.random.default_rng(2); counted(r.integers(0, 5, 77).astype(np.uint64), r.integers(0, 5, 77).astype(np.uint64))
# run: r = np.random.default_rng(5); store_where(r.integers(0, 5, 77).astype(np.uint64), r.integers(0, 5, 77).astype(np.uint64), r.integers(0, 5, 77).astype(np.uint64))
# run: r = np.random.default_rng(1); compare(r.integers(0, 5, 77).astype(np.float32), r.integers(0, 5, 77).astype(np.float32))
# run: r = np.random.default_rng(2); counted(r.integers(0, 5, 77).astype(np.float32), r.integers(0, 5, 77).astype(np.float32))
# run: r = np.random.default_rng(5); store_where(r.integers(0, 5, 77).astype(np.float32), r.integers(0, 5, 77).astype(np.float32), r.integers(0, 5, 77).astype(np.float32))
# run: r = np.random.default_rng(1); compare(r.integers(0, 5, 77).astype(np.float64), r.integers(0, 5, 77).astype(np.float64))
# run: r = np.random.default_rng(2); counted(r.integers(0, 5, 77).astype(np.float64), r.integers(0, 5, 77).astype(np.float64))
# run: r = np.random.default_rng(5); store_where(r.integers(0, 5, 77).astype(np.float64), r.integers(0, 5, 77).astype(np.float64), r.integers(0, 5, 77).astype(np.float64))
# run: a = np.array([0, 1, np.iinfo(np.int64).max, np.iinfo(np.int64).min, np.iinfo(np.int64).max // 2 + 1] * 7, np.int64); compare(a, np.roll(a, 2))
# run: a = np.array([0, 1, np.iinfo(np.uint64).max, np.iinfo(np.uint64).min, np.iinfo(np.uint64).max // 2 + 1] * 7, np.uint64); compare(a, np.roll(a, 2))
# run: r = np.random.default_rng(3); choose(r.integers(0, 9, 90).astype(np.uint8), r.integers(0, 9, 90).astype(np.uint8), r.integers(0, 9, 90).astype(np.uint8), r.integers(0, 9, 90).astype(np.uint8))
# run: r = np.random.default_rng(3); choose(r.integers(0, 9, 90).astype(np.uint8), r.integers(0, 9, 90).astype(np.uint8), r.integers(0, 9, 90).astype(np.int16), r.integers(0, 9, 90).astype(np.int16))
# run: r = np.random.default_rng(3); choose(r.integers(0, 9, 90).astype(np.uint8), r.integers(0, 9, 90).astype(np.uint8), r.integers(0, 9, 90).astype(np.float32), r.integers(0, 9, 90).astype(np.float32))
# run: r = np.random.default_rng(3); choose(r.integers(0, 9, 90).astype(np.uint8), r.integers(0, 9, 90).astype(np.uint8), r.integers(0, 9, 90).astype(np.float64), r.integers(0, 9, 90).astype(np.float64))
# run: r = np.random.default_rng(3); choose(r.integers(0, 9, 90).astype(np.int32), r.integers(0, 9, 90).astype(np.int32), r.integers(0, 9, 90).astype(np.uint8), r.integers(0, 9, 90).astype(np.uint8))
# run: r = np.random.default_rng(3); choose(r.integers(0, 9, 90).astype(np.int32), r.integers(0, 9, 90).astype(np.int32), r.integers(0, 9, 90).astype(np.int16), r.integers(0, 9, 90).astype(np.int16))
# run: r = np.random.default_rng(3); choose(r.integers(0, 9, 90).astype(np.int32), r.integers(0, 9, 90).astype(np.int32), r.integers(0, 9, 90).astype(np.float32), r.integers(0, 9, 90).astype(np.float32))
# run: r = np.random.default_rng(3); choose(r.integers(0, 9, 90).astype(np.int32), r.integers(0, 9, 90).astype(np.int32), r.integers(0, 9, 90).astype(np.float64), r.integers(0, 9, 90).astype(np.float64))
# run: r = np.random.default_rng(3); choose(r.integers(0, 9, 90).astype(np.float64), r.integers(0, 9, 90).astype(np.float64), r.integers(0, 9, 90).astype(np.uint8), r.integers(0, 9, 90).astype(np.uint8))
# run: r = np.random.default_rng(3); choose(r.integers(0, 9, 90).astype(np.float64), r.integers(0, 9, 90).astype(np.float64), r.integers(0, 9, 90).astype(np.int16), r.integers(0, 9, 90).astype(np.int16))
# run: r = np.random.default_rng(3); choose(r.integers(0, 9, 90).astype(np.float64), r.integers(0, 9, 90).astype(np.float64), r.integers(0, 9, 90).astype(np.float32), r.integers(0, 9, 90).astype(np.float32))
# run: r = np.random.default_rng(3); choose(r.integers(0, 9, 90).astype(np.float64), r.integers(0, 9, 90).astype(np.float64), r.integers(0, 9, 90).astype(np.float64), r.integers(0, 9, 90).astype(np.float64))
# run: r = np.random.default_rng(3); choose(r.integers(0, 9, 90).astype(np.float32), r.integers(0, 9, 90).astype(np.float32), r.integers(0, 9, 90).astype(np.uint8), r.integers(0, 9, 90).astype(np.uint8))
# run: r = np.random.default_rng(3); choose(r.integers(0, 9, 90).astype(np.float32), r.integers(0, 9, 90).astype(np.float32), r.integers(0, 9, 90).astype(np.int16), r.integers(0, 9, 90).astype(np.int16))
# run: r = np.random.default_rng(3); choose(r.integers(0, 9, 90).astype(np.float32), r.integers(0, 9, 90).astype(np.float32), r.integers(0, 9, 90).astype(np.float32), r.integers(0, 9, 90).astype(np.float32))
# run: r = np.random.default_rng(3); choose(r.integers(0, 9, 90).astype(np.float32), r.integers(0, 9, 90).astype(np.float32), r.integers(0, 9, 90).astype(np.float64), r.integers(0, 9, 90).astype(np.float64))
# run: clamp(np.array([np.nan, -1.0, 0.5, 2.0, np.inf, -np.inf, -0.0] * 7), 0.0, 1.0)
# run: a = np.array([np.nan, 1.0, np.inf, -0.0, 0.0] * 7); compare(a, np.roll(a, 1))
# run: r = np.random.default_rng(4); both(r.integers(0, 2, 83) == 1, r.integers(0, 2, 83) == 1)
