# Functions that take no complex numbers.
import math

import numpy as np


def floor(x: "complex128[:]"):
    return np.floor(x)  # error[type-mismatch]: ufunc 'floor' not supported for the input types


def cube_root(x: "complex64[:]"):
    return np.cbrt(x)  # error[type-mismatch]: ufunc 'cbrt' not supported for the input types


def angle(x: "complex128[:]"):
    return np.arctan2(x, 1)  # error[type-mismatch]: ufunc 'arctan2' not supported for the input types


def root(z: complex) -> float:
    return math.sqrt(z)  # error[type-mismatch]: float() argument must be a string or a real number, not 'complex'


def imaginary(x: "float64[:]"):
    x.imag = 2.0  # error[type-mismatch]: array does not have imaginary part to set


def misspelt(z: complex) -> float:
    return z.reel  # error[unknown-attribute]: `complex` has no attribute `reel`
