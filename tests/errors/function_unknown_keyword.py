# Function unknown keyword.
def scale(value, factor=2):
    return value * factor


def f(n: int):
    return scale(n, facter=3)  # error[wrong-arguments]: scale() got an unexpected keyword argument 'facter'
