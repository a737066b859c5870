# Namedtuple unknown field.
from typing import NamedTuple


class Point(NamedTuple):
    x: int
    y: int


def f(n: int):
    return Point(n, n).z  # error[unknown-attribute]: 'Point' object has no attribute 'z'
