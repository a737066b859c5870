# Sorted of number.  # error[type-mismatch]: `int` cannot be iterated over
def f(n: int):
    return sorted(n)[0]
