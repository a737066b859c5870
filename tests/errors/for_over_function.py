# For over function.
def f(n: int):
    for x in f:  # error[type-mismatch]: `function` cannot be iterated over
        n += 1
    return n
