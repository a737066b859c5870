# A complex number where a real one is needed.
import numpy as np


def to_float(z: complex) -> float:
    return float(z)  # error[type-mismatch]: float() argument must be a string or a real number, not 'complex' … write `.real` or `abs(…)`


def to_int(z: complex) -> int:
    return int(z)  # error[type-mismatch]: int() argument must be a string, a bytes-like object or a real number, not 'complex'


def stored(x: "float64[:]", z: complex):
    x[0] = z  # error[type-mismatch]: float() argument must be a string or a real number, not 'complex'


def stored_int(x: "int32[:]"):
    x[:] = 1j  # error[type-mismatch]: int() argument must be a string, a bytes-like object or a real number, not 'complex'


def in_place(x: "float64[:]"):
    x += 1j  # error[type-mismatch]: Cannot cast ufunc 'add' output from dtype('complex128') to dtype('float64') with casting rule 'same_kind'


def declared(z: complex) -> float:
    return z * 2  # error[type-mismatch]: the function is declared to return `float64`, but returns `complex` … write `.real` or `abs(…)`


def index(x: "float64[:]", z: complex) -> float:
    return x[z]  # error[type-mismatch]: only integers


def counted(z: complex) -> int:
    n = 0
    for i in range(z):  # error[type-mismatch]: must be an integer: 'complex' object cannot be interpreted as an integer
        n += i
    return n
