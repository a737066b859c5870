# Syntax global parameter.
def f(n: int):
    global n  # error[unsupported]: assigning to the global `n` is not supported
    n = 1
    return n
