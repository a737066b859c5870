# Functions that take and give functions.
def compose(f, g):
    return lambda v: f(g(v))


def twice(f):
    return compose(f, f)


def run(x):
    h = compose(lambda v: v + 1, lambda v: v * 2)
    return h(x), twice(h)(x), twice(twice(h))(x)


def apply_n(f, n, x):
    for _ in range(n):
        x = f(x)
    return x


def power(x, n):
    return apply_n(lambda v: v * x, n, 1)


# run: run(4)
# run: run(2.5)
# run: power(3, 5)
# run: power(3, 0)
