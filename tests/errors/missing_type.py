# One parameter has a type, another has none.
def f(x: int, y):  # error[missing-type]: `y`
    return x + y
