# Property assigned.
class Square:
    def __init__(self, side):
        self.side = side

    @property
    def area(self):
        return self.side * self.side


def f(n: int):
    s = Square(n)
    s.area = 4  # error[unsupported]: assigning to the property `area` is not supported yet
    return s.area
