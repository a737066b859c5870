# Lambda too many arguments.
def f(n: int):
    g = lambda x: x + 1
    return g(n, n)  # error[wrong-arguments]: <lambda>() takes 1 positional argument but 2 were given
