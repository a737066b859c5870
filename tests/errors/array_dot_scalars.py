# Array dot scalars.
import numpy as np


def f(n: int):
    return n @ n  # error[type-mismatch]: unsupported operand type(s) for @: 'int' and 'int'
