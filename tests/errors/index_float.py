# Index float.
def f(x: float):
    return x[0]  # error[type-mismatch]: 'float' object is not subscriptable
