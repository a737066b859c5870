# Syntax break outside.
def f(n: int):
    break  # error[syntax-error]: `break` or `continue` outside a loop
    return n
