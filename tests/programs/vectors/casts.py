# Conversions between all dtypes, at lengths around whole groups of lanes.
import numpy as np


def to_bool(a):
    return a.astype(np.bool)


def to_int8(a):
    return a.astype(np.int8)


def to_int16(a):
    return a.astype(np.int16)


def to_int32(a):
    return a.astype(np.int32)


def to_int64(a):
    return a.astype(np.int64)


def to_uint8(a):
    return a.astype(np.uint8)


def to_uint16(a):
    return a.astype(np.uint16)


def to_uint32(a):
    return a.astype(np.uint32)


def to_uint64(a):
    return a.astype(np.uint64)


def to_float32(a):
    return a.astype(np.float32)


def to_float64(a):
    return a.astype(np.float64)


# run: to_int8(np.arange(45) % 3 == 0)
# run: to_int16(np.arange(45) % 3 == 0)
# run: to_int32(np.arange(45) % 3 == 0)
# run: to_int64(np.arange(45) % 3 == 0)
# run: to_uint8(np.arange(45) % 3 == 0)
# run: to_uint16(np.arange(45) % 3 == 0)
# run: to_uint32(np.arange(45) % 3 == 0)
# run: to_uint64(np.arange(45) % 3 == 0)
# run: to_float32(np.arange(45) % 3 == 0)
# run: to_float64(np.arange(45) % 3 == 0)
# run: to_bool(np.random.default_rng(3).integers(np.iinfo(np.int8).min, np.iinfo(np.int8).max, 45, np.int8))
# run: to_int16(np.random.default_rng(3).integers(np.iinfo(np.int8).min, np.iinfo(np.int8).max, 45, np.int8))
# run: to_int32(np.random.default_rng(3).integers(np.iinfo(np.int8).min, np.iinfo(np.int8).max, 45, np.int8))
# run: to_int64(np.random.default_rng(3).integers(np.iinfo(np.int8).min, np.iinfo(np.int8).max, 45, np.int8))
# run: to_uint8(np.random.default_rng(3).integers(np.iinfo(np.int8).min, np.iinfo(np.int8).max, 45, np.int8))
# run: to_uint16(np.random.default_rng(3).integers(np.iinfo(np.int8).min, np.iinfo(np.int8).max, 45, np.int8))
# run: to_uint32(np.random.default_rng(3).integers(np.iinfo(np.int8).min, np.iinfo(np.int8).max, 45, np.int8))
# run: to_uint64(np.random.default_rng(3).integers(np.iinfo(np.int8).min, np.iinfo(np.int8).max, 45, np.int8))
# run: to_float32(np.random.default_rng(3).integers(np.iinfo(np.int8).min, np.iinfo(np.int8).max, 45, np.int8))
# run: to_float64(np.random.default_rng(3).integers(np.iinfo(np.int8).min, np.iinfo(np.int8).max, 45, np.int8))
# run: to_bool(np.random.default_rng(3).integers(np.iinfo(np.int16).min, np.iinfo(np.int16).max, 45, np.int16))
# run: to_int8(np.random.default_rng(3).integers(np.iinfo(np.int16).min, np.iinfo(np.int16).max, 45, np.int16))
# run: to_int32(np.random.default_rng(3).integers(np.iinfo(np.int16).min, np.iinfo(np.int16).max, 45, np.int16))
# run: to_int64(np.random.default_rng(3).integers(np.iinfo(np.int16).min, np.iinfo(np.int16).max, 45, np.int16))
# run: to_uint8(np.random.default_rng(3).integers(np.iinfo(np.int16).min, np.iinfo(np.int16).max, 45, np.int16))
# run: to_uint16(np.random.default_rng(3).integers(np.iinfo(np.int16).min, np.iinfo(np.int16).max, 45, np.int16))
# run: to_uint32(np.random.default_rng(3).integers(np.iinfo(np.int16).min, np.iinfo(np.int16).max, 45, np.int16))
# run: to_uint64(np.random.default_rng(3).integers(np.iinfo(np.int16).min, np.iinfo(np.int16).max, 45, np.int16))
# run: to_float32(np.random.default_rng(3).integers(np.iinfo(np.int16).min, np.iinfo(np.int16).max, 45, np.int16))
# run: to_float64(np.random.default_rng(3).integers(np.iinfo(np.int16).min, np.iinfo(np.int16).max, 45, np.int16))
# run: to_bool(np.random.default_rng(3).integers(np.iinfo(np.int32).min, np.iinfo(np.int32).max, 45, np.int32))
# run: to_int8(np.random.default_rng(3).integers(np.iinfo(np.int32).min, np.iinfo(np.int32).max, 45, np.int32))
# run: to_int16(np.random.default_rng(3).integers(np.iinfo(np.int32).min, np.iinfo(np.int32).max, 45, np.int32))
# run: to_int64(np.random.default_rng(3).integers(np.iinfo(np.int32).min, np.iinfo(np.int32).max, 45, np.int32))
# run: to_uint8(np.random.default_rng(3).integers(np.iinfo(np.int32).min, np.iinfo(np.int32).max, 45, np.int32))
# run: to_uint16(np.random.default_rng(3).integers(np.iinfo(np.int32).min, np.iinfo(np.int32).max, 45, np.int32))
# run: to_uint32(np.random.default_rng(3).integers(np.iinfo(np.int32).min, np.iinfo(np.int32).max, 45, np.int32))
# run: to_uint64(np.random.default_rng(3).integers(np.iinfo(np.int32).min, np.iinfo(np.int32).max, 45, np.int32))
# run: to_float32(np.random.default_rng(3).integers(np.iinfo(np.int32).min, np.iinfo(np.int32).max, 45, np.int32))
# run: to_float64(np.random.default_rng(3).integers(np.iinfo(np.int32).min, np.iinfo(np.int32).max, 45, np.int32))
# run: to_bool(np.random.default_rng(3).integers(np.iinfo(np.int64).min, np.iinfo(np.int64).max, 45, np.int64))
# run: to_int8(np.random.default_rng(3).integers(np.iinfo(np.int64).min, np.iinfo(np.int64).max, 45, np.int64))
# run: to_int16(np.random.default_rng(3).integers(np.iinfo(np.int64).min, np.iinfo(np.int64).max, 45, np.int64))
# run: to_int32(np.random.default_rng(3).integers(np.iinfo(np.int64).min, np.iinfo(np.int64).max, 45, np.int64))
# run: to_uint8(np.random.default_rng(3).integers(np.iinfo(np.int64).min, np.iinfo(np.int64).max, 45, np.int64))
# run: to_uint16(np.random.default_rng(3).integers(np.iinfo(np.int64).min, np.iinfo(np.int64).max, 45, np.int64))
# run: to_uint32(np.random.default_rng(3).integers(np.iinfo(np.int64).min, np.iinfo(np.int64).max, 45, np.int64))
# run: to_uint64(np.random.default_rng(3).integers(np.iinfo(np.int64).min, np.iinfo(np.int64).max, 45, np.int64))
# run: to_float32(np.random.default_rng(3).integers(np.iinfo(np.int64).min, np.iinfo(np.int64).max, 45, np.int64))
# run: to_float64(np.random.default_rng(3).integers(np.iinfo(np.int64).min, np.iinfo(np.int64).max, 45, np.int64))
# run: to_bool(np.random.default_rng(3).integers(np.iinfo(np.uint8).min, np.iinfo(np.uint8).max, 45, np.uint8))
# run: to_int8(np.random.default_rng(3).integers(np.iinfo(np.uint8).min, np.iinfo(np.uint8).max, 45, np.uint8))
# run: to_int16(np.random.default_rng(3).integers(np.iinfo(np.uint8).min, np.iinfo(np.uint8).max, 45, np.uint8))
# run: to_int32(np.random.default_rng(3).integers(np.iinfo(np.uint8).min, np.iinfo(np.uint8).max, 45, np.uint8))
# run: to_int64(np.random.default_rng(3).integers(np.iinfo(np.uint8).min, np.iinfo(np.uint8).max, 45, np.uint8))
# run: to_uint16(np.random.default_rng(3).integers(np.iinfo(np.uint8).min, np.iinfo(np.uint8).max, 45, np.uint8))
# run: to_uint32(np.random.default_rng(3).integers(np.iinfo(np.uint8).min, np.iinfo(np.uint8).max, 45, np.uint8))
# run: to_uint64(np.random.default_rng(3).integers(np.iinfo(np.uint8).min, np.iinfo(np.uint8).max, 45, np.uint8))
# run: to_float32(np.random.default_rng(3).integers(np.iinfo(np.uint8).min, np.iinfo(np.uint8).max, 45, np.uint8))
# run: to_float64(np.random.default_rng(3).integers(np.iinfo(np.uint8).min, np.iinfo(np.uint8).max, 45, np.uint8))
# run: to_bool(np.random.default_rng(3).integers(np.iinfo(np.uint16).min, np.iinfo(np.uint16).max, 45, np.uint16))
# run: to_int8(np.random.default_rng(3).integers(np.iinfo(np.uint16).min, np.iinfo(np.uint16).max, 45, np.uint16))
# run: to_int16(np.random.default_rng(3).integers(np.iinfo(np.uint16).min, np.iinfo(np.uint16).max, 45, np.uint16))
# run: to_int32(np.random.default_rng(3).integers(np.iinfo(np.uint16).min, np.iinfo(np.uint16).max, 45, np.uint16))
# run: to_int64(np.random.default_rng(3).integers(np.iinfo(np.uint16).min, np.iinfo(np.uint16).max, 45, np.uint16))
# run: to_uint8(np.random.default_rng(3).integers(np.iinfo(np.uint16).min, np.iinfo(np.uint16).max, 45, np.uint16))
# run: to_uint32(np.random.default_rng(3).integers(np.iinfo(np.uint16).min, np.iinfo(np.uint16).max, 45, np.uint16))
# run: to_uint64(np.random.default_rng(3).integers(np.iinfo(np.uint16).min, np.iinfo(np.uint16).max, 45, np.uint16))
# run: to_float32(np.random.default_rng(3).integers(np.iinfo(np.uint16).min, np.iinfo(np.uint16).max, 45, np.uint16))
# run: to_float64(np.random.default_rng(3).integers(np.iinfo(np.uint16).min, np.iinfo(np.uint16).max, 45, np.uint16))
# run: to_bool(np.random.default_rng(3).integers(np.iinfo(np.uint32).min, np.iinfo(np.uint32).max, 45, np.uint32))
# run: to_int8(np.random.default_rng(3).integers(np.iinfo(np.uint32).min, np.iinfo(np.uint32).max, 45, np.uint32))
# run: to_int16(np.random.default_rng(3).integers(np.iinfo(np.uint32).min, np.iinfo(np.uint32).max, 45, np.uint32))
# run: to_int32(np.random.default_rng(3).integers(np.iinfo(np.uint32).min, np.iinfo(np.uint32).max, 45, np.uint32))
# run: to_int64(np.random.default_rng(3).integers(np.iinfo(np.uint32).min, np.iinfo(np.uint32).max, 45, np.uint32))
# run: to_uint8(np.random.default_rng(3).integers(np.iinfo(np.uint32).min, np.iinfo(np.uint32).max, 45, np.uint32))
# run: to_uint16(np.random.default_rng(3).integers(np.iinfo(np.uint32).min, np.iinfo(np.uint32).max, 45, np.uint32))
# run: to_uint64(np.random.default_rng(3).integers(np.iinfo(np.uint32).min, np.iinfo(np.uint32).max, 45, np.uint32))
# run: to_float32(np.random.default_rng(3).integers(np.iinfo(np.uint32).min, np.iinfo(np.uint32).max, 45, np.uint32))
# run: to_float64(np.random.default_rng(3).integers(np.iinfo(np.uint32).min, np.iinfo(np.uint32).max, 45, np.uint32))
# run: to_bool(np.random.default_rng(3).integers(np.iinfo(np.uint64).min, np.iinfo(np.uint64).max, 45, np.uint64))
# run: to_int8(np.random.default_rng(3).integers(np.iinfo(np.uint64).min, np.iinfo(np.uint64).max, 45, np.uint64))
# run: to_int16(np.random.default_rng(3).integers(np.iinfo(np.uint64).min, np.iinfo(np.uint64).max, 45, np.uint64))
# run: to_int32(np.random.default_rng(3).integers(np.iinfo(np.uint64).min, np.iinfo(np.uint64).max, 45, np.uint64))
# run: to_int64(np.random.default_rng(3).integers(np.iinfo(np.uint64).min, np.iinfo(np.uint64).max, 45, np.uint64))
# run: to_uint8(np.random.default_rng(3).integers(np.iinfo(np.uint64).min, np.iinfo(np.uint64).max, 45, np.uint64))
# run: to_uint16(np.random.default_rng(3).integers(np.iinfo(np.uint64).min, np.iinfo(np.uint64).max, 45, np.uint64))
# run: to_uint32(np.random.default_rng(3).integers(np.iinfo(np.uint64).min, np.iinfo(np.uint64).max, 45, np.uint64))
# run: to_float32(np.random.default_rng(3).integers(np.iinfo(np.uint64).min, np.iinfo(np.uint64).max, 45, np.uint64))
# run: to_float64(np.random.default_rng(3).integers(np.iinfo(np.uint64).min, np.iinfo(np.uint64).max, 45, np.uint64))
# run: np.seterr(all='ignore'); to_bool(np.array([0.0, -0.0, np.nan, 1.5, np.inf] * 9, np.float32))
# run: np.seterr(all='ignore'); to_int8(np.linspace(-100.9, 100.7, 45).astype(np.float32))
# run: np.seterr(all='ignore'); to_int16(np.linspace(-100.9, 100.7, 45).astype(np.float32))
# run: np.seterr(all='ignore'); to_int32(np.linspace(-100.9, 100.7, 45).astype(np.float32))
# run: np.seterr(all='ignore'); to_int64(np.linspace(-100.9, 100.7, 45).astype(np.float32))
# run: np.seterr(all='ignore'); to_uint8(np.linspace(0.9, 100.7, 45).astype(np.float32))
# run: np.seterr(all='ignore'); to_uint16(np.linspace(0.9, 100.7, 45).astype(np.float32))
# run: np.seterr(all='ignore'); to_uint32(np.linspace(0.9, 100.7, 45).astype(np.float32))
# run: np.seterr(all='ignore'); to_uint64(np.linspace(0.9, 100.7, 45).astype(np.float32))
# run: np.seterr(all='ignore'); to_float64(np.array([0.0, -0.0, np.nan, 1.1, np.inf, 3e38, 1e-45] * 6, np.float32))
# run: np.seterr(all='ignore'); to_bool(np.array([0.0, -0.0, np.nan, 1.5, np.inf] * 9, np.float64))
# run: np.seterr(all='ignore'); to_int8(np.linspace(-100.9, 100.7, 45).astype(np.float64))
# run: np.seterr(all='ignore'); to_int16(np.linspace(-100.9, 100.7, 45).astype(np.float64))
# run: np.seterr(all='ignore'); to_int32(np.linspace(-100.9, 100.7, 45).astype(np.float64))
# run: np.seterr(all='ignore'); to_int64(np.linspace(-100.9, 100.7, 45).astype(np.float64))
# run: np.seterr(all='ignore'); to_uint8(np.linspace(0.9, 100.7, 45).astype(np.float64))
# run: np.seterr(all='ignore'); to_uint16(np.linspace(0.9, 100.7, 45).astype(np.float64))
# run: np.seterr(all='ignore'); to_uint32(np.linspace(0.9, 100.7, 45).astype(np.float64))
# run: np.seterr(all='ignore'); to_uint64(np.linspace(0.9, 100.7, 45).astype(np.float64))
# run: np.seterr(all='ignore'); to_float32(np.array([0.0, -0.0, np.nan, 1.1, np.inf, 1e300, 1e-45, -3e38] * 6).astype(np.float64))
# run: to_float64(np.array([2**63 - 1, -2**63, 2**53 + 1, -2**53 - 1, 0, -1, 2**62 + 513] * 3, np.int64))
# run: to_float64(np.array([2**64 - 1, 2**63, 2**63 + 1025, 2**53 + 1, 0, 2**32, 2**32 - 1] * 3, np.uint64))
