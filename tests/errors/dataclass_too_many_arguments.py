# Dataclass too many arguments.
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


def f(n: int):
    return Point(1, 2, 3).x  # error[wrong-arguments]: Point.__init__() takes 3 positional arguments but 4 were given
