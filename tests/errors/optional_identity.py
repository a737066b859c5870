# `is` between numbers means nothing.
def f(n: int):
    x = None
    if n > 0:
        x = n
    return x is n  # error[unsupported]: `is` with a value that may be None … write `==`
