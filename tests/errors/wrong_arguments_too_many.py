# A call with more arguments than the function has parameters.
def g(a, b):
    return a + b


def f(x: int):
    return g(x, x, x)  # error[wrong-arguments]: g()
