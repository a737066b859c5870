# roll, flip, rot90, moveaxis, rollaxis: views are views.
import numpy as np


def rolled(x, n):
    return np.roll(x, n), np.roll(x, -n, axis=0), np.roll(x, n, axis=-1)


def rolled_axes(x):
    return np.roll(x, (1, 2), axis=(0, 1)), np.roll(x, 1, axis=(0, 1))


def flipped(x):
    y = np.flip(x)
    z = np.flip(x, axis=0)
    x[0] = 9
    return y, z, np.flip(x, (0, 1)), np.fliplr(x), np.flipud(x)


def turned(x):
    return np.rot90(x), np.rot90(x, 2), np.rot90(x, -1), np.rot90(x, 0)


def moved(x):
    return np.moveaxis(x, 0, -1), np.moveaxis(x, (0, 1), (-1, -2)), np.rollaxis(x, 2), np.rollaxis(x, 0, 3), np.swapaxes(x, 0, 2)


# run: rolled(np.arange(5), 2)
# run: rolled(np.arange(6.).reshape(2, 3).T, 7)
# run: rolled(np.zeros(0), 3)
# run: rolled_axes(np.arange(12).reshape(3, 4))
# run: flipped(np.arange(6).reshape(2, 3))
# run: flipped(np.arange(6).reshape(3, 2).T)
# run: turned(np.arange(6).reshape(2, 3))
# run: moved(np.arange(24).reshape(2, 3, 4))
