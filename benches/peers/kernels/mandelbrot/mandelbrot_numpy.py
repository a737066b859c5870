"""With whole arrays: a loop over pixels in Python would take seconds."""
import numpy as np


def mandelbrot(width, height):
    cx = -2.0 + 3.0 * np.arange(width) / width
    cy = (-1.5 + 3.0 * np.arange(height) / height)[:, None]
    c = (cx + 1j * cy).ravel()
    z = np.zeros_like(c)
    counts = np.zeros(c.size, np.int32)
    alive = np.arange(c.size)
    for _ in range(100):
        counts[alive] += 1
        z = z * z + c
        inside = z.real * z.real + z.imag * z.imag <= 4.0
        z, c, alive = z[inside], c[inside], alive[inside]
    return counts.reshape(height, width)
