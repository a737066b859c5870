# Dataclass unknown keyword.
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


def f(n: int):
    return Point(x=1, z=2).x  # error[wrong-arguments]: Point.__init__() got an unexpected keyword argument 'z'
