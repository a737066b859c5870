# Syntax continue outside.
def f(n: int):
    if n:
        continue  # error[syntax-error]: `break` or `continue` outside a loop
    return n
