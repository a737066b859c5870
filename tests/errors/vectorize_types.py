# A ufunc of the user's without a signature for its arguments.
from numba import int32, float64, vectorize


@vectorize([int32(int32, int32)])
def add(x, y):
    return x + y


def f(x: float64[:], y: int32[:]):
    return add(x, y)  # error[type-mismatch]: ufunc 'add' has no signature for (float64[:], int32[:]) … its signatures are (int32, int32)
