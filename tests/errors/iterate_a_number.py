# A number cannot be iterated over.
def f(n: int):
    s = 0
    for i in n:  # error[type-mismatch]: `int` … `range(n)`
        s += i
    return s
