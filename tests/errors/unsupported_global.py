# Functions do not write module variables.
counter = 0


def f(x: int):
    global counter  # error[unsupported]: `global`
    counter += x
    return counter
