# Tuple store.
def f(n: int):
    t = (n, n)
    t[0] = 1  # error[type-mismatch]: 'tuple' object does not support item assignment
    return t
