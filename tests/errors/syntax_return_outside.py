# `return` outside of a function.
def f(x: int):
    return x


return 5  # error[syntax-error]: return
