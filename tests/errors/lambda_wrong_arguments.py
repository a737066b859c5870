# A lambda gets the arguments that it declares.
def f(x: int):
    g = lambda a, b: a + b
    return g(x)  # error[wrong-arguments]: <lambda>() missing 1 required positional argument: 'b'
