# A tuple cannot be changed.
def f(x: int):
    t = (x, 2)
    t[0] = 5  # error[type-mismatch]: tuple
    return t
