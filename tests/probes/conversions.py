# Conversions by `astype` and by stores into arrays of another dtype.
import numpy as np


def astype_i32(x):
    return x.astype(np.int32)


def astype_u8(x):
    return x.astype(np.uint8)


def astype_b(x):
    return x.astype(np.bool_)


def set_i(x, v):
    y = np.zeros(3, np.int32)
    y[0] = v
    return y


def set_u8(v):
    y = np.zeros(3, np.uint8)
    y[0] = v
    return y


def set_slice(v):
    y = np.zeros(3, np.int32)
    y[:] = v
    return y


def iadd(x):
    x += 1.5
    return x


def iadd2(x):
    x[0] += 1.7
    return x


def setcplx(v):
    y = np.zeros(2)
    y[0] = v
    return y


# probe: f64->i32 overflow/nan
# differs: floats beyond the range of an integer saturate, where NumPy leaves them to the platform
# expect: np.array([2147483647, 0, -1, 2147483647], np.int32)
# run: astype_i32(np.array([1e10,np.nan,-1.9,np.inf]))

# probe: f64->u8 neg
# differs: floats beyond the range of an integer saturate, where NumPy leaves them to the platform
# expect: np.array([0, 255, 255], np.uint8)
# run: astype_u8(np.array([-1.5,300.7,255.9]))

# probe: i64->u8
# run: astype_u8(np.array([-1,256,511]))

# probe: f64->bool
# run: astype_b(np.array([0.0,-0.0,0.1,np.nan]))

# probe: i32 arr[0]=1.9
# run: set_i(np.array([1.]), 1.9)

# probe: u8 arr[0]=300
# raises: OverflowError
# run: set_u8(300)

# probe: u8 arr[0]=-1
# raises: OverflowError
# run: set_u8(-1)

# probe: i32 arr[:]=f64 arr
# run: set_slice(np.array([1.9,-1.9,2.5]))

# probe: int arr += 1.5
# refused: type-mismatch
# raises: UFuncTypeError
# run: iadd(np.array([1,2]))

# probe: int arr[0] += 1.7
# run: iadd2(np.array([1,2]))

# probe: f64 arr[0]=complex
# refused: type-mismatch
# raises: TypeError
# run: setcplx(1+2j)
