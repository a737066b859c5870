# Enumerate of number.
def f(n: int):
    for i, x in enumerate(n):  # error[type-mismatch]: `int` cannot be iterated over
        n += 1
    return n
