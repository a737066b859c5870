# A five-point stencil by loops, in place and into a second array.
import numpy as np


def step(grid, out):
    n, m = grid.shape
    change = 0.0
    for i in range(1, n - 1):
        for j in range(1, m - 1):
            out[i, j] = 0.25 * (grid[i - 1, j] + grid[i + 1, j] + grid[i, j - 1] + grid[i, j + 1])
            change = max(change, abs(out[i, j] - grid[i, j]))
    return change


def relax(grid, sweeps):
    a = grid.copy()
    b = grid.copy()
    for _ in range(sweeps):
        step(a, b)
        a, b = b, a
    return a


# run: step(np.arange(20.0).reshape(4, 5) ** 2, np.zeros((4, 5)))
# run: g = np.arange(20.0).reshape(4, 5) ** 2; step(g, g)
# run: g = np.arange(30.0).reshape(6, 5) ** 2; step(g[1:], g[:-1])
# run: relax((np.arange(63.0).reshape(7, 9) * 7 % 11).T, 10)
# run: relax(np.zeros((2, 2)), 3)
