# `::1` stands first or last, and once.
from numba import njit


@njit("float64(float64[::1, ::1])")  # error[invalid-signature]: `::1` in this place is no memory order … last for C order
def f(x):
    return x.sum()


@njit("float64(float64[3, 3])")  # error[invalid-signature]: an extent is not part of an array type … write `:`
def g(x):
    return x.sum()


def h(x: "float64[..., :]"):  # error[invalid-signature]: `...` leaves the number of axes open … one `:` for each axis
    return x
