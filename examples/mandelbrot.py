"""The Mandelbrot set, in colours that flow.

The kernel writes pixels into an array that the page hands to the canvas: they are never copied.
"""
from numba import njit
import numpy as np


# npc: domain x: -2..2, y: -2..2, limit: 1..300
@njit("float64(float64, float64, int32)")
def escape_time(x, y, limit):
    """Steps until z*z + c leaves a circle of radius 256, as a smooth number; -1 inside the set.

    >>> float(escape_time(2.0, 2.0, 100).round(3))
    0.259
    >>> escape_time(-1.0, 0.1, 100)
    -1.0
    """
    # The two largest parts of the set have formulas: the heart, and the disc to its left.
    p = (x - 0.25) * (x - 0.25) + y * y
    if p * (p + x - 0.25) < 0.25 * y * y or (x + 1) * (x + 1) + y * y < 0.0625:
        return -1.0
    u, v, uu, vv = x, y, x * x, y * y
    for n in range(limit):
        if uu + vv > 65536.0:
            return n + 1 - np.log2(0.5 * np.log2(uu + vv))
        v = 2 * u * v + y
        u = uu - vv + x
        uu, vv = u * u, v * v
    return -1.0


# npc: domain n: 1..64, keys.shape: (k + 1, 3)
@njit("uint32[::1](int32, uint8[:, ::1])")
def palette(n, keys):
    """A wheel of n colours that passes through the given ones, as 0xAABBGGRR.

    >>> keys = np.array([[0, 0, 0], [255, 128, 0]], np.uint8)
    >>> [hex(colour) for colour in palette(4, keys)]
    ['0xff000000', '0xff00407f', '0xff0080ff', '0xff00407f']
    """
    colours = np.zeros(n, np.uint32)
    for i in range(n):
        t = i * len(keys) / n
        k = int(t)
        mix = keys[k] + (t - k) * (keys[(k + 1) % len(keys)] - 1.0 * keys[k])
        colours[i] = 0xFF000000 + int(mix[2]) * 65536 + int(mix[1]) * 256 + int(mix[0])
    return colours


# npc: domain left: -2..1, top: -2..1, step: 0.001..0.5, limit: 1..100, colours.shape: (k + 1)
@njit("void(uint32[:, ::1], uint32[::1], float64, float64, float64, int32)")
def draw(pixels, colours, left, top, step, limit):
    """Colours every pixel; the set itself stays dark.

    >>> pixels = np.zeros((3, 5), np.uint32)
    >>> draw(pixels, np.array([7, 8], np.uint32), -2.0, -1.0, 1.0, 50)
    >>> pixels[1] == 0xFF140C0A
    array([ True,  True,  True, False, False])
    """
    rows, columns = pixels.shape
    for i in range(rows):
        for j in range(columns):
            t = escape_time(left + j * step, top + i * step, limit)
            pixels[i, j] = 0xFF140C0A if t < 0 else colours[int(16 * t) % len(colours)]
