# Syntax default before plain.
def f(n: int = 1, m):  # error[syntax-error]: parameter without a default cannot follow a parameter with a default
    return n
