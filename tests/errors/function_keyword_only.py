# Function keyword only.
def scale(value, *, factor):
    return value * factor


def f(n: int):
    return scale(n, 3)  # error[wrong-arguments]: scale() takes 1 positional argument but 2 were given
