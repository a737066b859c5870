# `where`, `minimum`, `maximum` and `clip` promote like the operators.
import numpy as np


def choose(x, s):
    return np.where(x > 1, x, s)


def limit(x, s):
    return np.minimum(x, s), np.maximum(s, x)


# run: choose(np.arange(4, dtype=np.uint8), 7)
# run: choose(np.arange(4, dtype=np.uint8), 0.5)
# run: choose(np.arange(4, dtype=np.float32), 0.1)
# run: choose(np.arange(4, dtype=np.float32), np.float64(0.1))
# run: choose(np.arange(4, dtype=np.int8), np.int16(7))
# run: limit(np.arange(4, dtype=np.int8), 2)
# run: limit(np.arange(4, dtype=np.int8), 2.5)
# run: limit(np.arange(4, dtype=np.float32), 0.1)
# run: limit(np.arange(4, dtype=np.float32), np.int64(2))
# raises: OverflowError: Python integer 300 out of bounds for int8
# run: limit(np.arange(4, dtype=np.int8), 300)
