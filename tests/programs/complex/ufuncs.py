# Other ufuncs of complex arrays: magnitudes, signs, angles, rounding.
# ulp: 2
import numpy as np


def magnitude(z):
    return np.abs(z), np.absolute(z), abs(z)


def sign(z):
    return np.sign(z)


def angle(z):
    return np.angle(z), np.angle(z, deg=True)


def rounded(z):
    return np.rint(z), np.round(z)


def reciprocal(z):
    return np.reciprocal(z), 1 / z


def positive(z):
    return np.positive(z), np.negative(z), np.conjugate(z)


def into(z, out):
    np.multiply(z, 2j, out=out)
    np.add(z, 1, out=out, where=z.real > 1)
    return out


def scaled(z):
    return z / abs(z), z * z.conj(), (z * z.conj()).real


# run: magnitude(np.array([3 + 4j, -1e200 + 1e200j, 1e-200j, 0.1 + 0.7j]))
# run: magnitude(np.array([3 + 4j, 0.1 + 0.7j], np.complex64))
# run: magnitude(np.array([complex(np.inf, np.nan), complex(np.nan, 1), complex(-0.0, -0.0)]))
# run: magnitude(np.zeros((2, 0), complex))
# run: sign(np.array([3 + 4j, -2, 0.5j, 0, complex(-0.0, -0.0)]))
# run: sign(np.array([complex(np.inf, 1), complex(np.inf, np.inf), complex(1, -np.inf), complex(np.nan, 0), complex(np.inf, np.nan)]))
# run: sign(np.array([[3 + 4j, -2]], np.complex64).T)
# run: angle(np.array([3 + 4j, -2, 0.5j, 0, complex(-0.0, -0.0), complex(-1, -0.0)]))
# run: angle(np.array([3 + 4j, -2], np.complex64))
# run: angle(np.array([-1.0, 2.0]))
# run: angle(-1j)
# run: angle(2)
# run: rounded(np.array([0.5 + 1.5j, -2.5 - 0.4j]))
# run: rounded(np.array([0.5 + 1.5j, -2.5 - 0.4j], np.complex64))
# run: reciprocal(np.array([3 + 4j, 2, 0.25j, 0]))
# run: reciprocal(np.array([3 + 4j, 2, 0.25j], np.complex64)[::-1])
# run: positive(np.array([3 + 4j, -2, 0]))
# run: into(np.array([3 + 4j, 2, 0.25j]), np.zeros(3, complex))
# run: into(np.array([[3 + 4j, 2]]), np.zeros((2, 2), complex))
# run: scaled(np.array([3 + 4j, 2, 0.25j]))
