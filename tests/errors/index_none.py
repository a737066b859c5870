# Index none.
def f(n: int):
    a = None
    return a[0]  # error[type-mismatch]: 'None' object is not subscriptable
