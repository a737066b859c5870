# Functions with a variable number of arguments cannot be exported.
def f(x: int, *rest):  # error[unsupported]: `*rest`
    return x
