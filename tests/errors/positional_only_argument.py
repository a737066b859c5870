# A parameter before `/` has no name for callers.
def g(a, /, b):
    return a + b


def f(x: int):
    return g(a=x, b=1)  # error[wrong-arguments]: g() got an unexpected keyword argument 'a'
