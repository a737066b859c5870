# One of several functions by a chain of conditions, stored, passed on, and compared with None.
def add(a, b):
    return a + b


def sub(a, b):
    return a - b


def mul(a, b):
    return a * b


def operation(code):
    if code == 0:
        return add
    if code == 1:
        return sub
    return mul


def calculate(code, a, b):
    return operation(code)(a, b)


def fold(codes, x):
    for c in codes:
        x = operation(c)(x, 3)
    return x


def maybe(c, x):
    f = None
    if c > 0:
        f = operation(c)
    if f is None:
        return x
    return f(x, x)


def with_state(c, x):
    k = 10
    f = (lambda v: v + k) if c else (lambda v: v - k)
    k = 1
    return f(x)


# run: calculate(0, 5, 2)
# run: calculate(1, 5, 2)
# run: calculate(7, 5, 2)
# run: fold(np.array([0, 1, 2, 2]), 1)
# run: maybe(0, 4)
# run: maybe(2, 4)
# run: with_state(True, 5)
# run: with_state(False, 5)
