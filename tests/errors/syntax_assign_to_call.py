# Syntax assign to call.
def f(n: int):
    abs(n) = 1  # error[syntax-error]: invalid assignment target
    return n
