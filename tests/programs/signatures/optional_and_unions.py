# `Optional`, `|` and a default of None give a signature for each type.
from typing import Optional, Union

import numba
import numpy as np
from numba import float64, njit


def scaled(x: float64[:], factor: Optional[float] = None):
    if factor is None:
        return x + 0
    return x * factor


def twice(x: int | float):
    return x + x


def total(x: "Union[float64[:], float64[:, :]]", start: float = None) -> float:
    return x.sum() if start is None else x.sum() + start


@njit(float64(float64, numba.optional(float64)))
def clamped(x, low):
    if low is None:
        return x
    return max(x, low)


# run: scaled(np.arange(3.0))
# run: scaled(np.arange(3.0), 0.5)
# run: scaled(np.arange(3.0), None)
# run: twice(3)
# run: twice(1.5)
# run: total(np.arange(4.0))
# run: total(np.arange(4.0).reshape(2, 2), 1.5)
# run: clamped(np.float64(2.0), np.float64(3.0))
# run: clamped(np.float64(2.0), None)
