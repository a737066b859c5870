# Index list with float.
def f(x: float):
    a = [x]
    a.append(2.0)
    return a[x]  # error[type-mismatch]: list indices must be integers or slices, not float
