# Dataclasses compare by their fields, but for those that are left out; ordered ones have all comparisons.

from dataclasses import dataclass, field


@dataclass(order=True)
class Version:
    major: int
    minor: float
    name: int = field(compare=False, default=0)


@dataclass
class Cell:
    x: int
    note: int = field(default=0, compare=False)


def compare(a, b, c, d):
    v, w = Version(a, b, 1), Version(c, d, 2)
    return v < w, v <= w, v > w, v >= w, v == w, v != w


def smallest(n):
    versions = sorted([Version(k % 3, -float(k), k) for k in range(n)])
    return versions[0].name, versions[-1].name, max(versions).name


def cells():
    return Cell(1, 2) == Cell(1, 3), Cell(1) != Cell(2), Cell(1) == Cell(1)


# run: compare(1, 2.0, 1, 3.0)
# run: compare(1, 2.0, 1, 2.0)
# run: compare(2, 0.0, 1, 3.0)
# run: smallest(7)
# run: cells()
