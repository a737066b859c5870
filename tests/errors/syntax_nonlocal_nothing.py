# Syntax nonlocal nothing.
def f(n: int):
    def g():
        nonlocal m  # error[syntax-error]: no binding for nonlocal 'm' found
        m = 1

    g()
    return n
