# One parameter by position and by keyword.
def g(a, b=1):
    return a + b


def f(x: int):
    return g(x, a=3)  # error[wrong-arguments]: 'a'
