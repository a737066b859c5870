# A keyword that the function does not have.
def g(a, factor=2):
    return a * factor


def f(x: int):
    return g(x, factr=3)  # error[wrong-arguments]: 'factr' … `factor`
