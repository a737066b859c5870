# Nested types grow.
def g(x, n):
    return g((x, n), n)  # error[too-large]: functions call each other with ever new types


def f(n: int):
    return g(n, n)
