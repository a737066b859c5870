# Dataclasses: positional and keyword arguments, defaults, equality by fields, methods, nested ones.
from dataclasses import dataclass, field


@dataclass
class Point:
    x: float
    y: float = 0.5

    def dot(self, other):
        return self.x * other.x + self.y * other.y

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __len__(self):
        return 2


@dataclass
class Path:
    points: list[Point] = field(default_factory=list)
    closed: bool = False

    def length2(self):
        total = 0.0
        for i in range(1, len(self.points)):
            a = self.points[i - 1]
            b = self.points[i]
            total += (a.x - b.x) ** 2 + (a.y - b.y) ** 2
        return total


def points(a):
    p = Point(a)
    q = Point(y=2.0, x=1.0)
    r = p + q
    return p.dot(q), r.x, r.y, p == Point(a, 0.5), p != q, len(r)


def path(n):
    p = Path()
    for i in range(n):
        p.points.append(Point(i * 1.0, i * 2.0))
    q = Path(p.points, True)
    return p.length2(), q.closed, len(q.points), p == q


# run: points(1.5)
# run: path(4)
# run: path(0)
