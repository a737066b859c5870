# A parameter name twice.
def f(x: int, x: int):  # error[syntax-error]: `x`
    return x
