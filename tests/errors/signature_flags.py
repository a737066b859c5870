# Arguments of decorators that do not exist, or that change what a function means.
from numba import guvectorize, int32, njit, vectorize


@njit(nopyton=True)  # error[wrong-arguments]: `njit` has no argument `nopyton` … did you mean `nopython`?
def f(x):
    return x


@vectorize(["float64(float64)"], taget="cpu")  # error[wrong-arguments]: `vectorize` has no argument `taget` … `target`
def g(x):
    return x


@njit(int32(int32), locals={"y": int32})  # error[unsupported]: `locals=`, which gives types to local variables, is not supported yet
def h(x):
    return x


@njit(int32(int32), error_model="c")  # error[invalid-signature]: this is not an error model … "python" or "numpy"
def k(x):
    return x


@guvectorize([(int32[:], int32[:])], "(n)->(m)")  # error[invalid-signature]: `m` stands in no input, so its extent is not known
def m(x, out):
    out[0] = x[0]
