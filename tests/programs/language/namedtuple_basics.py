# Named tuples: fields, indices, unpacking, _replace, _fields, equality, defaults.
from collections import namedtuple
from typing import NamedTuple

import numpy as np

Point = namedtuple("Point", "x y")


class Particle(NamedTuple):
    mass: float
    at: Point = Point(0, 0)
    speed: float = 2.5


def use(x):
    p = Point(x, y=2)
    a, b = p
    q = p._replace(y=5)
    return p.x, p[1], a + b, len(p), q.y, p == (x, 2), q == p, len(p._fields), "x" in Point._fields


def moved(p, dx):
    return p._replace(x=p.x + dx)


def chain(x):
    p = Point(x, x)
    for k in range(3):
        p = moved(p, k)
    return p.x, p.y


def momentum(m):
    a = Particle(m)
    b = Particle(m, Point(1, 2), speed=m)
    return a.mass * a.speed + b.speed, b.at.y, sum(b.at)


def of_arrays(n):
    t = Point(np.zeros(n), np.ones(n))
    t.x[:] = t.y * 3
    x, y = t
    return (x - y).sum(), x


# run: use(4)
# run: use(0.5)
# run: chain(1)
# run: momentum(3.0)
# run: of_arrays(3)
# run: of_arrays(0)
