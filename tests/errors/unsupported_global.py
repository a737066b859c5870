# Functions do not write module variables.
counter = 0


def f(x: int):
    global counter  # error[unsupported]: assigning to the global `counter` … pass it as an argument
    counter += x
    return counter
