# Name self.
class Point:
    def __init__(self, x):
        self.x = x

    def get(self):
        return x  # error[unknown-name]: name 'x' is not defined


def f(n: int):
    return Point(n).get()
