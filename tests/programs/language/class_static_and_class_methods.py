# Static methods, class constants used by methods, methods that call methods, keyword arguments.


class Circle:
    pi = 3.0
    count = 4

    def __init__(self, r, x=0.0, y=0.0):
        self.r = r
        self.x = x
        self.y = y

    @staticmethod
    def square(v):
        return v * v

    def area(self):
        return self.pi * Circle.square(self.r)

    def contains(self, px, py, *, strict=False):
        d = self.square(px - self.x) + self.square(py - self.y)
        if strict:
            return d < self.square(self.r)
        return d <= self.square(self.r)

    @property
    def diameter(self):
        return 2 * self.r


def use(r):
    c = Circle(r, y=1.0)
    return c.area(), c.contains(0.0, 1.0 + r), c.contains(0.0, 1.0 + r, strict=True), c.diameter, Circle.count + c.count


# run: use(2.0)
# run: use(0.5)
