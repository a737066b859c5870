# Instances that hold arrays share them: views, rebinding, in-place changes.
import numpy as np


class Field:
    def __init__(self, data):
        self.data = data

    def scale(self, k):
        self.data *= k
        return self

    def shifted(self):
        return Field(self.data[1:])


def shared(n):
    a = np.arange(n) * 1.0
    f = Field(a)
    g = f.shifted()
    g.scale(10.0)
    f.data[0] = -1.0
    return a, g.data


def rebound(n):
    f = Field(np.ones(n))
    old = f.data
    f.data = f.data + 1
    f.scale(3.0)
    return old, f.data


def argument(x):
    f = Field(x)
    f.scale(2.0)
    return x.sum()


# run: shared(4)
# run: rebound(2)
# run: argument(np.arange(3.0))
