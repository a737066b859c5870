# Elementwise arithmetic of every dtype gives NumPy's bits at every length, dense or not, also where integers wrap.
import numpy as np


def mix(a, b):
    return a * b + a - b


def bits(a, b):
    return (a & b) ^ (a | b), ~a


def quotients(a, b):
    return a / b, np.sqrt(np.abs(a)), -a, np.floor(b), np.ceil(b), np.trunc(a), np.rint(b)


def ordered(a, b):
    return np.minimum(a, b), np.maximum(a, b)


def magnitudes(a):
    return abs(a), -a


def shifted(a):
    return a << 3, a >> 2


def signs(a, b):
    return np.copysign(a, b)


def in_place(a, b):
    a *= b
    a += 1


# run: r = np.random.default_rng(33); mix(r.integers(np.iinfo(np.int8).min, np.iinfo(np.int8).max, 33, np.int8), r.integers(np.iinfo(np.int8).min, np.iinfo(np.int8).max, 33, np.int8))
# run: r = np.random.default_rng(131); mix(r.integers(np.iinfo(np.int8).min, np.iinfo(np.int8).max, 131, np.int8), r.integers(np.iinfo(np.int8).min, np.iinfo(np.int8).max, 131, np.int8))
# run: r = np.random.default_rng(7); bits(r.integers(np.iinfo(np.int8).min, np.iinfo(np.int8).max, 70, np.int8)[::-1], r.integers(np.iinfo(np.int8).min, np.iinfo(np.int8).max, 140, np.int8)[::2])
# run: r = np.random.default_rng(8); bits(r.integers(np.iinfo(np.int8).min, np.iinfo(np.int8).max, 70, np.int8), r.integers(np.iinfo(np.int8).min, np.iinfo(np.int8).max, 70, np.int8))
# run: r = np.random.default_rng(9); ordered(r.integers(np.iinfo(np.int8).min, np.iinfo(np.int8).max, 70, np.int8), r.integers(np.iinfo(np.int8).min, np.iinfo(np.int8).max, 70, np.int8))
# run: r = np.random.default_rng(10); shifted(r.integers(np.iinfo(np.int8).min, np.iinfo(np.int8).max, 70, np.int8))
# run: magnitudes(np.array([np.iinfo(np.int8).min, np.iinfo(np.int8).max, 0, 1] * 9, np.int8))
# run: r = np.random.default_rng(11); in_place(r.integers(np.iinfo(np.int8).min, np.iinfo(np.int8).max, 37, np.int8), r.integers(np.iinfo(np.int8).min, np.iinfo(np.int8).max, 37, np.int8))
# run: r = np.random.default_rng(33); mix(r.integers(np.iinfo(np.int16).min, np.iinfo(np.int16).max, 33, np.int16), r.integers(np.iinfo(np.int16).min, np.iinfo(np.int16).max, 33, np.int16))
# run: r = np.random.default_rng(131); mix(r.integers(np.iinfo(np.int16).min, np.iinfo(np.int16).max, 131, np.int16), r.integers(np.iinfo(np.int16).min, np.iinfo(np.int16).max, 131, np.int16))
# run: r = np.random.default_rng(7); bits(r.integers(np.iinfo(np.int16).min, np.iinfo(np.int16).max, 70, np.int16)[::-1], r.integers(np.iinfo(np.int16).min, np.iinfo(np.int16).max, 140, np.int16)[::2])
# run: r = np.random.default_rng(8); bits(r.integers(np.iinfo(np.int16).min, np.iinfo(np.int16).max, 70, np.int16), r.integers(np.iinfo(np.int16).min, np.iinfo(np.int16).max, 70, np.int16))
# run: r = np.random.default_rng(9); ordered(r.integers(np.iinfo(np.int16).min, np.iinfo(np.int16).max, 70, np.int16), r.integers(np.iinfo(np.int16).min, np.iinfo(np.int16).max, 70, np.int16))
# run: r = np.random.default_rng(10); shifted(r.integers(np.iinfo(np.int16).min, np.iinfo(np.int16).max, 70, np.int16))
# run: magnitudes(np.array([np.iinfo(np.int16).min, np.iinfo(np.int16).max, 0, 1] * 9, np.int16))
# run: r = np.random.default_rng(11); in_place(r.integers(np.iinfo(np.int16).min, np.iinfo(np.int16).max, 37, np.int16), r.integers(np.iinfo(np.int16).min, np.iinfo(np.int16).max, 37, np.int16))
# run: r = np.random.default_rng(33); mix(r.integers(np.iinfo(np.int32).min, np.iinfo(np.int32).max, 33, np.int32), r.integers(np.iinfo(np.int32).min, np.iinfo(np.int32).max, 33, np.int32))
# run: r = np.random.default_rng(131); mix(r.integers(np.iinfo(np.int32).min, np.iinfo(np.int32).max, 131, np.int32), r.integers(np.iinfo(np.int32).min, np.iinfo(np.int32).max, 131, np.int32))
# run: r = np.random.default_rng(7); bits(r.integers(np.iinfo(np.int32).min, np.iinfo(np.int32).max, 70, np.int32)[::-1], r.integers(np.iinfo(np.int32).min, np.iinfo(np.int32).max, 140, np.int32)[::2])
# run: r = np.random.default_rng(8); bits(r.integers(np.iinfo(np.int32).min, np.iinfo(np.int32).max, 70, np.int32), r.integers(np.iinfo(np.int32).min, np.iinfo(np.int32).max, 70, np.int32))
# run: r = np.random.default_rng(9); ordered(r.integers(np.iinfo(np.int32).min, np.iinfo(np.int32).max, 70, np.int32), r.integers(np.iinfo(np.int32).min, np.iinfo(np.int32).max, 70, np.int32))
# run: r = np.random.default_rng(10); shifted(r.integers(np.iinfo(np.int32).min, np.iinfo(np.int32).max, 70, np.int32))
# run: magnitudes(np.array([np.iinfo(np.int32).min, np.iinfo(np.int32).max, 0, 1] * 9, np.int32))
# run: r = np.random.default_rng(11); in_place(r.integers(np.iinfo(np.int32).min, np.iinfo(np.int32).max, 37, np.int32), r.integers(np.iinfo(np.int32).min, np.iinfo(np.int32).max, 37, np.int32))
# run: r = np.random.default_rng(33); mix(r.integers(np.iinfo(np.int64).min, np.iinfo(np.int64).max, 33, np.int64), r.integers(np.iinfo(np.int64).min, np.iinfo(np.int64).max, 33, np.int64))
# run: r = np.random.default_rng(131); mix(r.integers(np.iinfo(np.int64).min, np.iinfo(np.int64).max, 131, np.int64), r.integers(np.iinfo(np.int64).min, np.iinfo(np.int64).max, 131, np.int64))
# run: r = np.random.default_rng(7); bits(r.integers(np.iinfo(np.int64).min, np.iinfo(np.int64).max, 70, np.int64)[::-1], r.integers(np.iinfo(np.int64).min, np.iinfo(np.int64).max, 140, np.int64)[::2])
# run: r = np.random.default_rng(8); bits(r.integers(np.iinfo(np.int64).min, np.iinfo(np.int64).max, 70, np.int64), r.integers(np.iinfo(np.int64).min, np.iinfo(np.int64).max, 70, np.int64))
# run: r = np.random.default_rng(9); ordered(r.integers(np.iinfo(np.int64).min, np.iinfo(np.int64).max, 70, np.int64), r.integers(np.iinfo(np.int64).min, np.iinfo(np.int64).max, 70, np.int64))
# run: r = np.random.default_rng(10); shifted(r.integers(np.iinfo(np.int64).min, np.iinfo(np.int64).max, 70, np.int64))
# run: magnitudes(np.array([np.iinfo(np.int64).min, np.iinfo(np.int64).max, 0, 1] * 9, np.int64))
# run: r = np.random.default_rng(11); in_place(r.integers(np.iinfo(np.int64).min, np.iinfo(np.int64).max, 37, np.int64), r.integers(np.iinfo(np.int64).min, np.iinfo(np.int64).max, 37, np.int64))
# run: r = np.random.default_rng(33); mix(r.integers(np.iinfo(np.uint8).min, np.iinfo(np.uint8).max, 33, np.uint8), r.integers(np.iinfo(np.uint8).min, np.iinfo(np.uint8).max, 33, np.uint8))
# run: r = np.random.default_rng(131); mix(r.integers(np.iinfo(np.uint8).min, np.iinfo(np.uint8).max, 131, np.uint8), r.integers(np.iinfo(np.uint8).min, np.iinfo(np.uint8).max, 131, np.uint8))
# run: r = np.random.default_rng(7); bits(r.integers(np.iinfo(np.uint8).min, np.iinfo(np.uint8).max, 70, np.uint8)[::-1], r.integers(np.iinfo(np.uint8).min, np.iinfo(np.uint8).max, 140, np.uint8)[::2])
# run: r = np.random.default_rng(8); bits(r.integers(np.iinfo(np.uint8).min, np.iinfo(np.uint8).max, 70, np.uint8), r.integers(np.iinfo(np.uint8).min, np.iinfo(np.uint8).max, 70, np.uint8))
# run: r = np.random.default_rng(9); ordered(r.integers(np.iinfo(np.uint8).min, np.iinfo(np.uint8).max, 70, np.uint8), r.integers(np.iinfo(np.uint8).min, np.iinfo(np.uint8).max, 70, np.uint8))
# run: r = np.random.default_rng(10); shifted(r.integers(np.iinfo(np.uint8).min, np.iinfo(np.uint8).max, 70, np.uint8))
# run: r = np.random.default_rng(11); in_place(r.integers(np.iinfo(np.uint8).min, np.iinfo(np.uint8).max, 37, np.uint8), r.integers(np.iinfo(np.uint8).min, np.iinfo(np.uint8).max, 37, np.uint8))
# run: r = np.random.default_rng(33); mix(r.integers(np.iinfo(np.uint16).min, np.iinfo(np.uint16).max, 33, np.uint16), r.integers(np.iinfo(np.uint16).min, np.iinfo(np.uint16).max, 33, np.uint16))
# run: r = np.random.default_rng(131); mix(r.integers(np.iinfo(np.uint16).min, np.iinfo(np.uint16).max, 131, np.uint16), r.integers(np.iinfo(np.uint16).min, np.iinfo(np.uint16).max, 131, np.uint16))
# run: r = np.random.default_rng(7); bits(r.integers(np.iinfo(np.uint16).min, np.iinfo(np.uint16).max, 70, np.uint16)[::-1], r.integers(np.iinfo(np.uint16).min, np.iinfo(np.uint16).max, 140, np.uint16)[::2])
# run: r = np.random.default_rng(8); bits(r.integers(np.iinfo(np.uint16).min, np.iinfo(np.uint16).max, 70, np.uint16), r.integers(np.iinfo(np.uint16).min, np.iinfo(np.uint16).max, 70, np.uint16))
# run: r = np.random.default_rng(9); ordered(r.integers(np.iinfo(np.uint16).min, np.iinfo(np.uint16).max, 70, np.uint16), r.integers(np.iinfo(np.uint16).min, np.iinfo(np.uint16).max, 70, np.uint16))
# run: r = np.random.default_rng(10); shifted(r.integers(np.iinfo(np.uint16).min, np.iinfo(np.uint16).max, 70, np.uint16))
# run: r = np.random.default_rng(11); in_place(r.integers(np.iinfo(np.uint16).min, np.iinfo(np.uint16).max, 37, np.uint16), r.integers(np.iinfo(np.uint16).min, np.iinfo(np.uint16).max, 37, np.uint16))
# run: r = np.random.default_rng(33); mix(r.integers(np.iinfo(np.uint32).min, np.iinfo(np.uint32).max, 33, np.uint32), r.integers(np.iinfo(np.uint32).min, np.iinfo(np.uint32).max, 33, np.uint32))
# run: r = np.random.default_rng(131); mix(r.integers(np.iinfo(np.uint32).min, np.iinfo(np.uint32).max, 131, np.uint32), r.integers(np.iinfo(np.uint32).min, np.iinfo(np.uint32).max, 131, np.uint32))
# run: r = np.random.default_rng(7); bits(r.integers(np.iinfo(np.uint32).min, np.iinfo(np.uint32).max, 70, np.uint32)[::-1], r.integers(np.iinfo(np.uint32).min, np.iinfo(np.uint32).max, 140, np.uint32)[::2])
# run: r = np.random.default_rng(8); bits(r.integers(np.iinfo(np.uint32).min, np.iinfo(np.uint32).max, 70, np.uint32), r.integers(np.iinfo(np.uint32).min, np.iinfo(np.uint32).max, 70, np.uint32))
# run: r = np.random.default_rng(9); ordered(r.integers(np.iinfo(np.uint32).min, np.iinfo(np.uint32).max, 70, np.uint32), r.integers(np.iinfo(np.uint32).min, np.iinfo(np.uint32).max, 70, np.uint32))
# run: r = np.random.default_rng(10); shifted(r.integers(np.iinfo(np.uint32).min, np.iinfo(np.uint32).max, 70, np.uint32))
# run: r = np.random.default_rng(11); in_place(r.integers(np.iinfo(np.uint32).min, np.iinfo(np.uint32).max, 37, np.uint32), r.integers(np.iinfo(np.uint32).min, np.iinfo(np.uint32).max, 37, np.uint32))
# run: r = np.random.default_rng(33); mix(r.integers(np.iinfo(np.uint64).min, np.iinfo(np.uint64).max, 33, np.uint64), r.integers(np.iinfo(np.uint64).min, np.iinfo(np.uint64).max, 33, np.uint64))
# run: r = np.random.default_rng(131); mix(r.integers(np.iinfo(np.uint64).min, np.iinfo(np.uint64).max, 131, np.uint64), r.integers(np.iinfo(np.uint64).min, np.iinfo(np.uint64).max, 131, np.uint64))
# run: r = np.random.default_rng(7); bits(r.integers(np.iinfo(np.uint64).min, np.iinfo(np.uint64).max, 70, np.uint64)[::-1], r.integers(np.iinfo(np.uint64).min, np.iinfo(np.uint64).max, 140, np.uint64)[::2])
# run: r = np.random.default_rng(8); bits(r.integers(np.iinfo(np.uint64).min, np.iinfo(np.uint64).max, 70, np.uint64), r.integers(np.iinfo(np.uint64).min, np.iinfo(np.uint64).max, 70, np.uint64))
# run: r = np.random.default_rng(9); ordered(r.integers(np.iinfo(np.uint64).min, np.iinfo(np.uint64).max, 70, np.uint64), r.integers(np.iinfo(np.uint64).min, np.iinfo(np.uint64).max, 70, np.uint64))
# run: r = np.random.default_rng(10); shifted(r.integers(np.iinfo(np.uint64).min, np.iinfo(np.uint64).max, 70, np.uint64))
# run: r = np.random.default_rng(11); in_place(r.integers(np.iinfo(np.uint64).min, np.iinfo(np.uint64).max, 37, np.uint64), r.integers(np.iinfo(np.uint64).min, np.iinfo(np.uint64).max, 37, np.uint64))
# run: r = np.random.default_rng(0); mix(r.normal(size=0).astype(np.float32), r.normal(size=0).astype(np.float32))
# run: r = np.random.default_rng(1); mix(r.normal(size=1).astype(np.float32), r.normal(size=1).astype(np.float32))
# run: r = np.random.default_rng(15); mix(r.normal(size=15).astype(np.float32), r.normal(size=15).astype(np.float32))
# run: r = np.random.default_rng(16); mix(r.normal(size=16).astype(np.float32), r.normal(size=16).astype(np.float32))
# run: r = np.random.default_rng(33); mix(r.normal(size=33).astype(np.float32), r.normal(size=33).astype(np.float32))
# run: r = np.random.default_rng(131); mix(r.normal(size=131).astype(np.float32), r.normal(size=131).astype(np.float32))
# run: a = np.array([0.0, -0.0, np.inf, -np.inf, np.nan, 1.5, -2.5, 3.5, 1e-310] * 5, np.float32); quotients(a, a[::-1].copy())
# run: a = np.array([0.0, -0.0, np.inf, -np.inf, np.nan, 1.5, -2.5, 3.5, 0.5] * 5, np.float32); signs(a, np.roll(a, 3))
# run: a = np.array([0.5, 2.0, np.inf, -np.inf, np.nan, 1.5, -2.5, 3.5, 7.5] * 5, np.float32); ordered(a, a[::-1].copy())
# run: a = np.arange(100, dtype=np.float32); in_place(a[1:], a[:-1])
# run: a = np.arange(100, dtype=np.float32); in_place(a, a)
# run: r = np.random.default_rng(0); mix(r.normal(size=0).astype(np.float64), r.normal(size=0).astype(np.float64))
# run: r = np.random.default_rng(1); mix(r.normal(size=1).astype(np.float64), r.normal(size=1).astype(np.float64))
# run: r = np.random.default_rng(15); mix(r.normal(size=15).astype(np.float64), r.normal(size=15).astype(np.float64))
# run: r = np.random.default_rng(16); mix(r.normal(size=16).astype(np.float64), r.normal(size=16).astype(np.float64))
# run: r = np.random.default_rng(33); mix(r.normal(size=33).astype(np.float64), r.normal(size=33).astype(np.float64))
# run: r = np.random.default_rng(131); mix(r.normal(size=131).astype(np.float64), r.normal(size=131).astype(np.float64))
# run: a = np.array([0.0, -0.0, np.inf, -np.inf, np.nan, 1.5, -2.5, 3.5, 1e-310] * 5, np.float64); quotients(a, a[::-1].copy())
# run: a = np.array([0.0, -0.0, np.inf, -np.inf, np.nan, 1.5, -2.5, 3.5, 0.5] * 5, np.float64); signs(a, np.roll(a, 3))
# run: a = np.array([0.5, 2.0, np.inf, -np.inf, np.nan, 1.5, -2.5, 3.5, 7.5] * 5, np.float64); ordered(a, a[::-1].copy())
# run: a = np.arange(100, dtype=np.float64); in_place(a[1:], a[:-1])
# run: a = np.arange(100, dtype=np.float64); in_place(a, a)
