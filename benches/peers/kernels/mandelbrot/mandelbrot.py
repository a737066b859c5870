"""K7: rounds until the point of each pixel leaves the circle, a hundred at most."""
import numpy as np


def mandelbrot(width: int, height: int):
    counts = np.empty((height, width), np.int32)
    for i in range(height):
        for j in range(width):
            cx = -2.0 + 3.0 * j / width
            cy = -1.5 + 3.0 * i / height
            x = 0.0
            y = 0.0
            count = 0
            while count < 100 and x * x + y * y <= 4.0:
                x, y = x * x - y * y + cx, 2.0 * x * y + cy
                count += 1
            counts[i, j] = count
    return counts
