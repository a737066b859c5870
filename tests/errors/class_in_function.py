# Class in function.
def f(n: int):
    class Point:  # error[unsupported]: a class defined inside a function is not supported yet
        x = 1

    return n
