# Annotations as jaxtyping writes them: the dtype, one name for each axis; a name is one number in a call.
from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Array, Float, Float64, Int32


def apply(a: Float64[np.ndarray, "m n"], x: Float64[np.ndarray, "n"]) -> Float64[np.ndarray, "m"]:
    out = np.zeros(a.shape[0])
    for i in range(a.shape[0]):
        for j in range(min(a.shape[1], len(x))):
            out[i] += a[i, j] * x[j]
    return out


def first(points: Float[Array, "count 3"], at: Int32[Array, "_"]):
    return points[at[0], 0]


# run: apply(np.arange(6.0).reshape(2, 3), np.arange(3.0))
# differs: extents that a signature gives one name are compared
# raises: ValueError: x: axis 0 has 4 elements, but `n` is 3 elsewhere
# run: apply(np.arange(6.0).reshape(2, 3), np.arange(4.0))
# run: first(np.arange(6.0).reshape(2, 3), np.array([1], np.int32))
# differs: an extent that the signature gives is checked
# raises: ValueError: points: axis 1 has 2 elements, and 3 are declared
# run: first(np.arange(6.0).reshape(3, 2), np.array([1], np.int32))
