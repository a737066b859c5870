# Methods and fields of base classes; overriding; special methods.


class Shape:
    sides = 0

    def __init__(self, scale):
        self.scale = scale

    def area(self):
        return 0.0

    def describe(self):
        return self.area() * 10 + self.sides


class Square(Shape):
    sides = 4

    def area(self):
        return self.scale * self.scale


class Vector:
    def __init__(self, a, b):
        self.a = a
        self.b = b

    def __mul__(self, k):
        return Vector(self.a * k, self.b * k)

    def __rmul__(self, k):
        return self * k

    def __eq__(self, other):
        return self.a == other.a and self.b == other.b

    def __lt__(self, other):
        return self.a < other.a

    def __getitem__(self, i):
        return self.a if i == 0 else self.b

    def __call__(self, x):
        return self.a * x + self.b

    def __bool__(self):
        return self.a != 0


def shapes(s):
    return Square(s).describe(), Shape(s).describe()


def vectors(k):
    v = Vector(1.0, 2.0)
    w = k * v
    u = v * 2.0
    hit = 1 if v else 0
    miss = 1 if Vector(0.0, 1.0) else 0
    return w[0], w[1], u == w, v < w, v > w, v(3.0), hit, miss


# run: shapes(3.0)
# run: vectors(2.0)
# run: vectors(0.5)
