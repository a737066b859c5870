# Functions of NumPy.
import math

import numpy as np


def add_reduce(x):
    return np.add.reduce(x)


def add_accumulate(x):
    return np.add.accumulate(x)


def add_outer(x):
    return np.add.outer(x,x)


def add_out(x):
    return np.add(x,x,x)


def add_out_kw(x):
    return np.add(x,x,out=x)


def einsum(x):
    return np.einsum('ij->i',x)


def tile(x):
    return np.tile(x,2)


def pad(x):
    return np.pad(x,1)


def meshgrid(x):
    return np.meshgrid(x,x)[0]


def tensordot(x):
    return np.tensordot(x,x)


def gradient(x):
    return np.gradient(x)


def fft(x):
    return np.fft.fft(x)


def lexsort(x):
    return np.lexsort((x,x))


def sort_axis_0(x):
    return np.sort(x,axis=0)


def argsort_axis(x):
    return np.argsort(x,axis=0)


def diff_axis(x):
    return np.diff(x,axis=0)


def concatenate_list(x):
    return np.concatenate([x,x])


def squeeze(x):
    return np.squeeze(x)


def matmul_3d(x):
    return x@x


def int_matmul(x):
    return x@x


def f32matmulf64(x,y):
    return x@y


def np_where_scalar_promotion(x):
    return np.where(x>0,x,0)


def np_where_int_scal_300_u8(x):
    return np.where(x>0,x,1)


def clip_u8_py(x):
    return np.clip(x,0,100)


def linspace_int(n):
    return np.linspace(0,1,n)


def linspace_retstep(n):
    return np.linspace(0,1,n,endpoint=False)


def arange_f32(n):
    return np.arange(0,1,0.1,dtype=np.float32)


def arange_accumulate(n):
    return np.arange(0.0,1.0,0.1)


def zeros_like_int(x):
    return np.zeros_like(x)


def full_int(n):
    return np.full(n,7)


def array_of_list_mixed(n):
    return np.array([1,2.5,n])


def array_nested_list(n):
    return np.array([[1,2],[3,n]])


def compare_u64divi64(x,y):
    return x>y


def compare_arr_u64divi64(x,y):
    return x>y


def hypot_overflow(x):
    return np.hypot(x,x)


def magnitude(x):
    return np.abs(x)


def bcast(x, y):
    return x + y


def np_log_minus_1(x):
    return np.log(x)


def math_sqrt_minus_1(x):
    return math.sqrt(x)


def np_int8_300(x):
    return np.int8(x)


def np_uint8_minus_1(x):
    return np.uint8(x)


def isclose(x):
    return np.isclose(x,x+1e-9)


def percentile(x):
    return np.percentile(x,30)


def percentile_arr_method(x):
    return np.percentile(x,30,method='lower')


def histogram(x):
    return np.histogram(x,bins=3)[0]


def histogram_density(x):
    return np.histogram(x,bins=3,density=True)[0]


def dot_int(x):
    return np.dot(x,x)


def fsum_order_f64(x):
    return np.sum(x)


def cumsum_axis(x):
    return np.cumsum(x,axis=0)


# probe: add.reduce
# run: add_reduce(np.ones((2,3)))

# probe: add.accumulate
# run: add_accumulate(np.ones(3))

# probe: add.outer
# run: add_outer(np.ones(3))

# probe: add out=
# run: add_out(np.ones(3))

# probe: add out kw
# run: add_out_kw(np.ones(3))

# probe: einsum
# run: einsum(np.ones((2,3)))

# probe: tile
# run: tile(np.ones(3))

# probe: pad
# run: pad(np.ones(3))

# probe: meshgrid
# run: meshgrid(np.ones(3))

# probe: tensordot
# run: tensordot(np.ones((2,3)))

# probe: gradient
# run: gradient(np.ones(3))

# probe: fft
# run: fft(np.ones(4))

# probe: lexsort
# run: lexsort(np.ones(3))

# probe: sort axis=0
# run: sort_axis_0(np.ones((2,3)))

# probe: argsort axis
# run: argsort_axis(np.ones((2,3)))

# probe: diff axis
# run: diff_axis(np.ones((2,3)))

# probe: concatenate list
# run: concatenate_list(np.ones(3))

# probe: squeeze
# refused: type-mismatch
# run: squeeze(np.ones((1,3)))

# probe: matmul 3d
# run: matmul_3d(np.ones((2,3,3)))

# probe: int matmul
# run: int_matmul(np.ones((3,3),np.int64))

# probe: f32@f64
# run: f32matmulf64(np.ones((3,3),np.float32), np.ones((3,3)))

# probe: np.where scalar promotion
# run: np_where_scalar_promotion(np.array([1,-1],np.float32))

# probe: np.where int scal 300 u8
# run: np_where_int_scal_300_u8(np.array([1,0],np.uint8))

# probe: clip u8 py
# run: clip_u8_py(np.array([200,5],np.uint8))

# probe: linspace int
# run: linspace_int(5)

# probe: linspace retstep
# run: linspace_retstep(5)

# probe: arange f32
# run: arange_f32(5)

# probe: arange accumulate
# run: arange_accumulate(5)

# probe: zeros like int
# run: zeros_like_int(np.array([1],np.int8))

# probe: full int
# run: full_int(3)

# probe: array of list mixed
# run: array_of_list_mixed(3)

# probe: array nested list
# run: array_nested_list(3)

# probe: compare u64/i64
# run: compare_u64divi64(np.uint64(2**63), np.int64(-1))

# probe: compare arr u64/i64
# run: compare_arr_u64divi64(np.array([2**63],np.uint64), np.array([-1],np.int64))

# probe: hypot overflow
# run: hypot_overflow(np.array([1e200]))

# probe: int abs min
# run: magnitude(np.array([-128],np.int8))

# probe: bcast mismatch
# raises: ValueError
# run: bcast(np.ones(3), np.ones(4))

# probe: np.log(-1)
# run: np_log_minus_1(-1.0)

# probe: math.sqrt(-1)
# raises: ValueError
# run: math_sqrt_minus_1(-1.0)

# probe: np.int8(300)
# raises: OverflowError
# run: np_int8_300(300)

# probe: np.uint8(-1)
# raises: OverflowError
# run: np_uint8_minus_1(-1)

# probe: isclose
# run: isclose(1.0)

# probe: percentile
# run: percentile(np.array([1,2,3,4]))

# probe: percentile arr method
# run: percentile_arr_method(np.array([1,2,3,4]))

# probe: histogram
# run: histogram(np.array([1.,2,3,4]))

# probe: histogram density
# run: histogram_density(np.array([1.,2,3,4]))

# probe: dot int
# run: dot_int(np.array([1,2,3]))

# probe: fsum order f64
# run: fsum_order_f64(np.random.default_rng(0).random(100000))

# probe: cumsum axis
# run: cumsum_axis(np.ones((2,3)))
