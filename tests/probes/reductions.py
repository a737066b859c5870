# Reductions: accumulator dtypes, empty arrays, axes.
import numpy as np


def sum_i8(x):
    return np.sum(x)


def sum_u8(x):
    return np.sum(x)


def sum_i32(x):
    return np.sum(x)


def sum_bool(x):
    return np.sum(x)


def sum_f32_1e6times0_1(x):
    return np.sum(x)


def mean_f32_1e6times0_1(x):
    return np.mean(x)


def sum_f16(x):
    return np.sum(x)


def prod_i8(x):
    return np.prod(x)


def cumsum_i8(x):
    return np.cumsum(x)


def mean_int(x):
    return np.mean(x)


def mean_empty(x):
    return np.mean(x)


def maximum_of(x):
    return np.max(x)


def sum_empty_i32(x):
    return np.sum(x)


def var_f32(x):
    return np.var(x)


def var_ddof(x):
    return np.var(x,ddof=1)


def sum_axis_keepdims(x):
    return np.sum(x,axis=0,keepdims=True)


def max_axis(x):
    return np.max(x,axis=0)


def mean_axis(x):
    return np.mean(x,axis=0)


def any_axis(x):
    return np.any(x,axis=0)


def sum_axis_minus_1(x):
    return x.sum(axis=-1)


def sum_where(x):
    return np.sum(x,where=x>0)


# probe: sum i8
# run: sum_i8(np.array([100,100],np.int8))

# probe: sum u8
# run: sum_u8(np.array([200,100],np.uint8))

# probe: sum i32
# run: sum_i32(np.array([2**31-1,1],np.int32))

# probe: sum bool
# run: sum_bool(np.array([True,True]))

# probe: sum f32 1e6*0.1
# run: sum_f32_1e6times0_1(np.full(10**6,0.1,np.float32))

# probe: mean f32 1e6*0.1
# run: mean_f32_1e6times0_1(np.full(10**6,0.1,np.float32))

# probe: sum f16?
# waits: float16
# run: sum_f16(np.full(10,0.1,np.float16))

# probe: prod i8
# run: prod_i8(np.array([100,100],np.int8))

# probe: cumsum i8
# run: cumsum_i8(np.array([100,100],np.int8))

# probe: mean int
# run: mean_int(np.array([1,2],np.int8))

# probe: mean empty
# run: mean_empty(np.zeros(0))

# probe: max empty
# raises: ValueError
# run: maximum_of(np.zeros(0))

# probe: sum empty i32
# run: sum_empty_i32(np.zeros(0,np.int32))

# probe: var f32
# run: var_f32(np.array([1,2,4],np.float32))

# probe: var ddof
# run: var_ddof(np.array([1.,2,4]))

# probe: sum axis keepdims
# run: sum_axis_keepdims(np.ones((2,3)))

# probe: max axis
# run: max_axis(np.ones((2,3)))

# probe: mean axis
# run: mean_axis(np.ones((2,3)))

# probe: any axis
# run: any_axis(np.ones((2,3)))

# probe: sum axis=-1
# run: sum_axis_minus_1(np.ones((2,3)))

# probe: sum where
# run: sum_where(np.ones((2,3)))
