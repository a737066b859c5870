# For over number.
def f(n: int):
    total = 0
    for x in 5:  # error[type-mismatch]: `int` cannot be iterated over
        total += x
    return total
