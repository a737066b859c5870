# Unpack too few.
def f(n: int):
    a, b, c = (n, n)  # error[type-mismatch]: not enough values to unpack (expected 3, got 2)
    return a
