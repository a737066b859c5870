# Which function a name stands for is decided while the program runs.
import numpy as np


def double(x):
    return 2 * x


def half(x):
    return x // 2


def choose(c, x):
    f = double if c else half
    return f(x)


def ufunc(c, x):
    f = np.sin if c else np.cos
    return f(x)


def by_statement(k, x):
    if k == 0:
        f = double
    elif k == 1:
        f = half
    else:
        f = lambda v: v + k
    return f(x) + f(1)


def in_loop(n):
    f = double
    x = 3
    for i in range(n):
        x = f(x)
        if i % 2 == 0:
            f = half
        else:
            f = lambda v: v * 5 + i
    return x


# run: choose(True, 7)
# run: choose(False, 7)
# run: choose(False, np.arange(5))
# run: ufunc(True, 0.0)
# run: ufunc(False, 0.0)
# run: by_statement(0, 4)
# run: by_statement(1, 4)
# run: by_statement(2, 4)
# run: in_loop(0)
# run: in_loop(5)
