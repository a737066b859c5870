# Class without method.
class Point:
    def __init__(self, x):
        self.x = x

    def move(self):
        self.x += 1


def f(n: int):
    p = Point(n)
    p.mvoe()  # error[unknown-attribute]: 'Point' object has no attribute 'mvoe'
    return p.x
