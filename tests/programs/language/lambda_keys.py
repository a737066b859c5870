# Lambdas as keys, in conditionals, with defaults, immediately called.


def ordered(n):
    xs = [(i * 37) % 11 for i in range(n)]
    return sorted(xs, key=lambda v: -v), min(xs, key=lambda v: abs(v - 5)), max(xs, key=lambda v: v % 4)


def chosen(n):
    f = (lambda x: x + 1) if n > 0 else (lambda x: x * 10)
    return f(n)


def direct(n):
    return (lambda a, b=3: a * b)(n), (lambda: n)()


def powers(n):
    fs = (lambda x: x, lambda x: x * x, lambda x: x**3)
    return [f(n) for f in fs]


# run: ordered(8)
# run: chosen(4)
# run: chosen(-4)
# run: direct(5)
# run: powers(3)
