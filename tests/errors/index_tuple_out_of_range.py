# Index tuple out of range.
def f(n: int):
    t = (n, 2)
    return t[2]  # error[raises-always]: tuple index out of range
