# Name of other function.
def g(n: int):
    inner = n
    return inner


def f(n: int):
    return inner  # error[unknown-name]: name 'inner' is not defined
