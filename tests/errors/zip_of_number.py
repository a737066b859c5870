# Zip of number.
def f(n: int):
    for a, b in zip(n, n):  # error[type-mismatch]: `int` cannot be iterated over
        n += 1
    return n
