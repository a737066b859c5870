# An exception in the middle of work leaves what was written and frees what was made.
import numpy as np


def square_roots(x):
    out = np.empty(len(x))
    for i in range(len(x)):
        if x[i] < 0:
            raise ValueError("negative element")
        out[i] = x[i] ** 0.5
        x[i] = 0
    return out


def through_callee(x):
    y = x * 2.0
    z = square_roots(y)
    return z + y


# ulp: 2
# raises: ValueError: negative element
# run: square_roots(np.array([4.0, 9.0, -1.0, 16.0]))
# run: square_roots(np.array([4.0, 9.0]))
# raises: ValueError: negative element
# run: through_callee(np.array([4.0, -9.0]))
# run: through_callee(np.array([8.0, 2.0]))
