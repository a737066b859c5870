# Function too many arguments.
def add(a, b):
    return a + b


def f(n: int):
    return add(n, n, n)  # error[wrong-arguments]: add() takes 2 positional arguments but 3 were given
