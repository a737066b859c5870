# Range of float.
def f(x: float):
    total = 0
    for i in range(x):  # error[type-mismatch]: the arguments of range() must be an integer
        total += i
    return total
