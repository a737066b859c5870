# Calls at the top level of the file give types where nothing else does.
import numpy as np


def total(x, start):
    return x.sum() + start


def scaled(x, factor=2):
    return x * factor


def counted(n):
    return n + 1


samples = np.linspace(0, 1, 5)
total(samples, 1)
counted(3)

if __name__ == "__main__":
    grid = np.ones((2, 3), np.float32)
    smooth = scaled(grid)
    print(scaled(smooth, factor=0.5), open("missing.txt").read())

# run: total(np.arange(4.0), 2)
# run: scaled(np.arange(6, dtype=np.float32).reshape(2, 3))
# run: scaled(np.arange(6, dtype=np.float32).reshape(2, 3), 0.25)
# run: counted(4)
