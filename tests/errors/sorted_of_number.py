# Sorted goes over containers.
def f(n: int):
    return sorted(n)[0]  # error[type-mismatch]: `int` cannot be iterated over
