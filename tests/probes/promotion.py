# Which dtype operands of different types meet in, and what wraps or raises there.
import numpy as np


def u8_p_1(x):
    return x + 1


def scale(x):
    return 3.0 * x


def add(x, y):
    return x + y


def neg(x):
    return -x


def mul(x, y):
    return x * y


def div(x, y):
    return x / y


def sub(x, y):
    return x - y


def pow(x, y):
    return x ** y


# probe: u8 arr + 1
# run: u8_p_1(np.array([250,255],np.uint8))

# probe: f32 arr * 3.0 (py float)
# run: scale(np.array([1,2],np.float32))

# probe: u8 scalar + u8 scalar
# run: add(np.uint8(200), np.uint8(100))

# probe: i32 scalar + i32 scalar
# run: add(np.int32(2**31-1), np.int32(1))

# probe: f32 scalar * 3.0
# run: scale(np.float32(1.1))

# probe: i8 scalar neg
# run: neg(np.int8(-128))

# probe: u64 + i64 scalar
# run: add(np.uint64(5), np.int64(3))

# probe: u64 arr + i64 arr
# run: add(np.array([5],np.uint64), np.array([3],np.int64))

# probe: u64 arr + 1
# run: u8_p_1(np.array([5],np.uint64))

# probe: i64 arr overflow *
# run: mul(np.array([2**62],np.int64), np.array([4],np.int64))

# probe: py int overflow x*y
# differs: Python ints have 64 bits and raise beyond them
# raises: OverflowError
# run: mul(2**62, 4)

# probe: i32 arr + i64 scalar(np)
# run: add(np.array([1],np.int32), np.int64(1))

# probe: i32 arr + py int
# run: add(np.array([1],np.int32), 1)

# probe: f32 arr + py float
# run: add(np.array([1],np.float32), 1.5)

# probe: f32 arr + f64 np scalar
# run: add(np.array([1],np.float32), np.float64(1.5))

# probe: i8 arr / i8 arr
# run: div(np.array([1],np.int8), np.array([3],np.int8))

# probe: i16 arr / i16 arr
# run: div(np.array([1],np.int16), np.array([3],np.int16))

# probe: i32 / f32 arr
# run: div(np.array([1],np.int32), np.array([3],np.float32))

# probe: bool + bool arr
# run: add(np.array([True]), np.array([True]))

# probe: bool - bool arr
# refused: type-mismatch
# raises: TypeError
# run: sub(np.array([True]), np.array([True]))

# probe: bool scalar + bool scalar
# run: add(True, True)

# probe: f32 ** i32 arr
# run: pow(np.array([1.5],np.float32), np.array([2],np.int32))
