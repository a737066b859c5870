# An exception class of the program has no fields yet.


class Failed(Exception):
    def __init__(self, code):
        self.code = code


def f(n: int):
    if n < 0:
        raise Failed(n)  # error[unsupported]: `Failed`, an exception class with methods or fields of its own … pass
    return n
