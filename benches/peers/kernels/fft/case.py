import numpy as np

from bench.case import Case, uniform


def signal(n):
    n = 1 << max(n.bit_length() - 1, 1)
    return [uniform(n) + 1j * uniform(n, seed=1), np.exp(-2j * np.pi * np.arange(n // 2) / n)]


CASES = [
    Case("fft", "complex FFT of 2^16, slices", signal, lambda x, roots: [x.size], size=1 << 16,
         work=lambda n: (1 << (n.bit_length() - 1)) * (n.bit_length() - 1), tolerance=1e-9, exact=False),
]
