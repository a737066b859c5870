# Operators that complex numbers do not have.
import numpy as np


def floor_division(z: complex) -> complex:
    return z // 2  # error[type-mismatch]: // … 'complex' and 'int'


def remainder(z: complex) -> complex:
    return 5 % z  # error[type-mismatch]: % … 'int' and 'complex'


def bits(z: complex) -> complex:
    return z & 1  # error[type-mismatch]: & … 'complex' and 'int'


def inverted(z: complex) -> complex:
    return ~z  # error[type-mismatch]: bad operand type for unary ~: 'complex'


def of_arrays(x: "complex128[:]"):
    return x // 2  # error[type-mismatch]: ufunc 'floor_divide' not supported for the input types


def remainders(x: "complex64[:]"):
    return np.mod(x, 2)  # error[type-mismatch]: ufunc 'mod' not supported for the input types


def rounded(z: complex) -> int:
    return round(z)  # error[type-mismatch]: type complex doesn't define __round__ method
