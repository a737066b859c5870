# For over int parameter.
def f(n: int):
    total = 0
    for i in n:  # error[type-mismatch]: `int` cannot be iterated over
        total += i
    return total
