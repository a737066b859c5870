# Complex fields of dataclasses and classes.
from dataclasses import dataclass


@dataclass
class Point:
    z: complex
    w: float = 2.0

    def turn(self):
        self.z = self.z * 1j
        return self.z

    def shifted(self, by):
        return Point(self.z + by, self.w)


class Oscillator:
    def __init__(self, start, step):
        self.state = start
        self.step = step
        self.real = 0.5

    def advance(self, n):
        for _ in range(n):
            self.state *= self.step
        return self.state


def turned(z):
    p = Point(z)
    p.turn()
    p.z += 1
    return p.z, p.w


def chained(z, n):
    p = Point(z, 1.5)
    for i in range(n):
        p = p.shifted(complex(i, 1))
    return p.z, p.turn(), p.w


def advanced(n):
    o = Oscillator(1 + 0j, 0.5 + 0.5j)
    o.real += 1
    return o.advance(n), o.state.real, o.real


# run: turned(2 - 1j)
# run: chained(1j, 4)
# run: advanced(5)
# run: advanced(0)
