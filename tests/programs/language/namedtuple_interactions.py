# Named tuples in loops, branches, functions, closures, match and comparisons.
from collections import namedtuple

import numpy as np

State = namedtuple("State", ["position", "speed"])
Pair = namedtuple("Pair", "left, right")


def step(s, dt):
    return State(s.position + s.speed * dt, s.speed * 0.5)


def simulate(n):
    s = State(0.0, 8.0)
    for _ in range(n):
        s = step(s, 0.5)
    return s.position, s.speed


def chosen(c):
    p = Pair(1, 2) if c else Pair(3, 4)
    if p.left > 2:
        p = p._replace(right=p.right * 10)
    return p.left + p.right


def extremes(a):
    def limits(x):
        return Pair(x.min(), x.max())

    r = limits(a)
    return r.right - r.left, r < Pair(100, 100), r[0] == r.left, max(r), list(r)[0]


def nested(x):
    t = Pair(State(x, 1), State(2, x))
    (a, b), (c, d) = t
    return a + b * 10 + c * 100 + d * 1000, t.left.position, t.right[1]


# run: simulate(3)
# run: simulate(0)
# run: chosen(True)
# run: chosen(False)
# run: extremes(np.array([3, 1, 2]))
# run: nested(5)
