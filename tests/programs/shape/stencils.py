# Differences and averages of shifted slices, in one and two dimensions.
import numpy as np


def differences(x):
    return x[1:] - x[:-1]


def smoothed(x):
    return (x[:-2] + 2 * x[1:-1] + x[2:]) / 4


def laplacian(x):
    return x[:-2, 1:-1] + x[2:, 1:-1] + x[1:-1, :-2] + x[1:-1, 2:] - 4 * x[1:-1, 1:-1]


def relaxed(x, sweeps):
    x = x.copy()
    for _ in range(sweeps):
        x[1:-1, 1:-1] = 0.25 * (x[:-2, 1:-1] + x[2:, 1:-1] + x[1:-1, :-2] + x[1:-1, 2:])
    return x


# run: differences(np.arange(6) ** 2)
# run: differences(np.arange(12.0)[::-3] / 7)
# run: differences(np.zeros(1))
# run: smoothed(np.arange(7.0) ** 2)
# run: smoothed(np.arange(5, dtype=np.float32))
# run: laplacian(np.arange(20.0).reshape(4, 5) ** 2)
# run: laplacian(np.arange(20).reshape(5, 4).T)
# run: laplacian(np.zeros((2, 2)))
# run: relaxed(np.arange(63.0).reshape(7, 9) * 7 % 11, 10)
# run: relaxed(np.random.default_rng(0).random((200, 300)), 3)
