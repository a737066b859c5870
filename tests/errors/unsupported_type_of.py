# Unsupported type of.
def f(x: float):
    return type(x)  # error[unsupported]: returning type float is not supported yet
