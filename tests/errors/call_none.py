# Call none.
def f(n: int):
    g = None
    return g(n)  # error[type-mismatch]: 'None' object is not callable
