# Lambdas with locals, defaults and keywords, passed to functions.
def apply(f, x):
    return f(x)


def with_locals(x):
    k = x * 2
    return apply(lambda v: v + k, 5), apply(lambda v, s=3: v * s - k, x)


def defaults_are_evaluated_once(x):
    n = 1
    f = lambda v, m=n: v + m
    n = 100
    return f(x), f(x, n), f(v=x, m=5)


def stars(x):
    f = lambda *parts: len(parts)
    return f(), f(x), f(x, x, x)


# run: with_locals(3)
# run: defaults_are_evaluated_once(1.5)
# run: stars(2)
