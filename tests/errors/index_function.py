# Index function.
def f(n: int):
    return f[0]  # error[type-mismatch]: 'function' object is not subscriptable
