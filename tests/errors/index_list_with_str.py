# Index list with str.
def f(n: int):
    a = [n]
    a.append(2)
    return a["0"]  # error[type-mismatch]: list indices must be integers or slices, not str
