# Unsupported returned function.
def f(n: int):  # error[unsupported]: `f` returns a function, which cannot leave the compiled module
    return lambda x: x + n
