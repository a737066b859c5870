# A call that leaves out an argument.
def g(a, b):
    return a + b


def f(x: int):
    return g(x)  # error[wrong-arguments]: 'b'
