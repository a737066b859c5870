# Function missing argument.
def add(a, b):
    return a + b


def f(n: int):
    return add(n)  # error[wrong-arguments]: add() missing 1 required positional argument: 'b'
