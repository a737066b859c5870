# Escape times of the Mandelbrot set, an image made by scalar loops.
import numpy as np


def escape(cx, cy, limit):
    x = 0.0
    y = 0.0
    for i in range(limit):
        xx = x * x
        yy = y * y
        if xx + yy > 4.0:
            return i
        y = 2.0 * x * y + cy
        x = xx - yy + cx
    return limit


def mandelbrot(n, limit):
    image = np.zeros((n, n), dtype=np.uint8)
    for i in range(n):
        for j in range(n):
            image[i, j] = escape(-2.0 + 3.0 * j / n, -1.5 + 3.0 * i / n, limit)
    return image


# run: escape(0.3, 0.5, 100)
# run: escape(2.0, 2.0, 100)
# run: mandelbrot(1, 10)
# run: mandelbrot(24, 50)
