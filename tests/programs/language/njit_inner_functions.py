# Numba's decorators on inner functions and on functions that take functions.
from numba import njit


@njit
def apply(f, x):
    return f(x)


@njit
def use(x):
    @njit
    def cube(v):
        return v * v * v

    return apply(cube, x) + apply(lambda v: v + 1, x)


# run: use(3)
# run: use(1.5)
