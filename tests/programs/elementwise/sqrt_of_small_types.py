# `np.sqrt` of small integers gives small floats where NumPy does (int8: float16 is not in npc).
import numpy as np


def roots(x):
    return np.sqrt(x)


# run: roots(np.arange(5, dtype=np.int16))
# run: roots(np.arange(5, dtype=np.uint16)[::-1])
# run: roots(np.arange(5, dtype=np.int32))
# run: roots(np.arange(5, dtype=np.uint64))
# run: roots(np.int16(3))
# run: roots(True + 1)
