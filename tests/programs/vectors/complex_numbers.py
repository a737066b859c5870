# Complex numbers in vectors have the bits of scalar ones: dense, strided, reversed, in both widths, mixed with real ones.
import numpy as np


def mix(a, b):
    return a * b + a, a - b * a, -a


def butterfly(x, w, out):
    n = len(w)
    for k in range(n):
        t = w[k] * x[k + n]
        out[k] = x[k] + t
        out[k + n] = x[k] - t


def parts(z):
    return z.real * z.imag, z.real + 1, z.imag - z.real


def joined(re, im):
    return re + 1j * im, re * (2 - 1j)


def widths(z):
    return z.astype(np.complex64), z.astype(np.complex128)


def chosen(z, x):
    return np.where(x > 0, z, z * 2j)


def rotated(z, w):
    for i in range(len(z)):
        z[i] = z[i] * w + (1 - 2j)


def scaled(z, w):
    return z * w, w * z + w


def by_rows(z, w):
    return z * w[:, None] - z


# run: a = np.arange(17) * (1 - 2j); mix(a, a[::-1] + 0.1)
# run: a = (np.arange(17) * (1 - 2j)).astype(np.complex64); mix(a, a[::-1])
# run: a = (np.arange(34) * (1 - 2j)); mix(a[::2], a[::-2])
# run: a = (np.arange(34) * (1 - 2j)).astype(np.complex64); mix(a[::2], a[1::2])
# run: a = np.array([0, -0.0, np.inf, -np.inf, np.nan, 1e308] * 3); mix(a + 1j, a * 1j)
# run: mix(np.zeros(0, complex), np.zeros(0, complex))
# run: mix(np.arange(12).reshape(3, 4) * 1j, np.arange(12).reshape(4, 3).T * (2 + 1j))
# run: butterfly(np.arange(32) * (1 + 1j), np.exp(np.arange(16) * 0.1) * (1 - 1j), np.zeros(32, complex))
# run: x = np.arange(64) * (1 + 1j); butterfly(x[::2], x[:16], np.zeros(64, complex)[::-2])
# run: x = np.arange(32) * (1 + 1j); butterfly(x, x[:16], x)
# run: x = (np.arange(32) * (1 + 1j)).astype(np.complex64); butterfly(x, x[:16], np.zeros(32, np.complex64))
# run: parts(np.arange(19) * (1 - 2j))
# run: parts((np.arange(19) * (1 - 2j)).astype(np.complex64))
# run: parts((np.arange(38) * (1 - 2j))[::-2])
# run: joined(np.arange(21.0), np.arange(21.0)[::-1])
# run: joined(np.arange(21, dtype=np.float32), np.arange(21, dtype=np.float32)[::-1])
# run: joined(np.arange(21), np.arange(21)[::-1])
# run: widths(np.arange(23) * (0.1 - 2j))
# run: widths((np.arange(23) * (0.1 - 2j)).astype(np.complex64)[::-1])
# run: chosen(np.arange(21) * (1 - 2j), np.arange(21.0) % 3 - 1)
# run: chosen((np.arange(21) * (1 - 2j)).astype(np.complex64), np.arange(21) % 3 - 1)
# run: rotated(np.arange(15) * (1 - 2j), 0.5 + 0.25j)
# run: rotated((np.arange(15) * (1 - 2j)).astype(np.complex64), np.complex64(0.5 + 0.25j))
# run: scaled(np.arange(15) * (1 - 2j), 0.5 - 0.25j)
# run: scaled((np.arange(30) * (1 - 2j))[::-2], 0.5 - 0.25j)
# run: scaled((np.arange(15) * (1 - 2j)).astype(np.complex64), np.complex64(0.5 - 0.25j))
# run: a = np.array([0, -0.0, np.inf, -np.inf, np.nan, 1e308] * 3); scaled(a + 1j, complex(-0.0, np.inf))
# run: a = np.array([0, -0.0, np.inf, -np.inf, np.nan, 1e308] * 3); scaled(a * 1j, complex(0.0, -0.0))
# run: scaled(np.zeros(0, complex), 2j)
# run: by_rows(np.arange(12).reshape(4, 3) * (1 - 2j), np.arange(4) * 1j)
# run: by_rows((np.arange(24).reshape(4, 6) * (1 - 2j))[::-1, ::-2], np.arange(8)[::-2] * (1 + 1j))
# run: by_rows((np.arange(12).reshape(4, 3) * (1 - 2j)).astype(np.complex64), (np.arange(4) * 1j).astype(np.complex64))
# run: by_rows(np.zeros((4, 0), complex), np.zeros(4, complex))
# run: by_rows(np.zeros((0, 4), complex), np.zeros(0, complex))
