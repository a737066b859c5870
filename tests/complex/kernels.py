import numpy as np


def square(z: complex) -> complex:
    return z * z


def roots(a: "complex128[:]"):
    return np.sqrt(a)


def total(a: "complex64[:]"):
    return a.sum()


def turn(a: "complex128[:, :]") -> None:
    a *= 1j


def pairs(values: list[complex]) -> list[complex]:
    return [z.conjugate() for z in values]


def spectrum(n: int):
    return np.arange(n) * 2j, complex(n, -1)


def parts(a: "complex128[:]"):
    return a.real, a.imag


def inverse(z: complex) -> complex:
    return 1 / z
