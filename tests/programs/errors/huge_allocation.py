# A size beyond any memory is an exception, after which the module still works.
import numpy as np


def zeros(n):
    return np.zeros(n)[0]


def square(n):
    x = np.ones((n, n))
    return x[0, 0]


# differs: the message names the size, as the target counts it
# raises: MemoryError
# run: zeros(1 << 55)
# differs: NumPy checks the number of bytes first
# raises: MemoryError
# run: square(1 << 26)
# run: zeros(3)
# run: square(2)
