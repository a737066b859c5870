# Named tuples have the fields that they declare.
from collections import namedtuple

Point = namedtuple("Point", "x y")


def f(n: int):
    p = Point(n, 1)
    p.z  # error[unknown-attribute]: 'Point' object has no attribute 'z'
    Point(n)  # error[wrong-arguments]: Point.__new__() missing 1 required positional argument: 'y'
    Point(n, z=1)  # error[wrong-arguments]: Point.__new__() got an unexpected keyword argument 'z'
    p._replace(z=1)  # error[wrong-arguments]: Got unexpected field names: ['z']
    return p.x
