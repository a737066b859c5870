# Syntax positional after keyword.
def f(n: int):
    return max(key=abs, n)  # error[syntax-error]: positional argument cannot follow keyword argument
