# For over none.
def f(n: int):
    for x in None:  # error[type-mismatch]: `None` cannot be iterated over
        n += 1
    return n
