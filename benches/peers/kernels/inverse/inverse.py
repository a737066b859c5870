"""The inverses of many 3×3 matrices, by cofactors."""
import numpy as np


def inverse(m: "float64[:, :, ::1]"):
    out = np.empty_like(m)
    for k in range(m.shape[0]):
        det = 0.0
        for j in range(3):
            det += m[k, 0, j] * (m[k, 1, (j + 1) % 3] * m[k, 2, (j + 2) % 3] - m[k, 1, (j + 2) % 3] * m[k, 2, (j + 1) % 3])
        for i in range(3):
            for j in range(3):
                out[k, j, i] = (m[k, (i + 1) % 3, (j + 1) % 3] * m[k, (i + 2) % 3, (j + 2) % 3]
                                - m[k, (i + 1) % 3, (j + 2) % 3] * m[k, (i + 2) % 3, (j + 1) % 3]) / det
    return out
