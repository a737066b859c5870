# One generation on a torus: negative indices wrap at the left and top edge.
import numpy as np


def generation(cells):
    n, m = cells.shape
    out = np.zeros_like(cells)
    for i in range(n):
        for j in range(m):
            alive = 0
            for di in range(-1, 2):
                for dj in range(-1, 2):
                    if di != 0 or dj != 0:
                        alive += cells[(i + di) % n, j + dj if j + dj < m else 0]
            if alive == 3 or (alive == 2 and cells[i, j] == 1):
                out[i, j] = 1
    return out


# run: generation(np.array([[0, 0, 0, 0], [0, 1, 1, 1], [0, 0, 0, 0], [0, 0, 0, 0]], np.uint8))
# run: generation((np.arange(64).reshape(8, 8) * 37 % 5 < 2).astype(np.int8))
# run: generation(np.asfortranarray((np.arange(35).reshape(5, 7) * 37 % 5 < 2).astype(np.int64)))
