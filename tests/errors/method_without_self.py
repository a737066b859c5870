# Method without self.
class Point:
    def __init__(self, x):
        self.x = x

    def get():
        return 1


def f(n: int):
    return Point(n).get()  # error[wrong-arguments]: get() takes 0 positional arguments but 1 were given
