# Calls of `complex` that raise whatever happens.
import cmath


def text() -> complex:
    return complex("1 + 2j")  # error[raises-always]: complex() arg is a malformed string


def second() -> complex:
    return complex("1", 2)  # error[type-mismatch]: complex() can't take second arg if first is a string


def keyword(x: float) -> complex:
    return complex(x, imaginary=2)  # error[wrong-arguments]: 'imaginary' is an invalid keyword argument for complex()


def many() -> complex:
    return complex(1, 2, 3)  # error[wrong-arguments]: complex() takes at most 2 arguments (3 given)


def unknown(z: complex) -> complex:
    return cmath.sqr(z)  # error[no-such-function]: Python's module cmath has no `cmath.sqr` … did you mean `cmath.sqrt`?
