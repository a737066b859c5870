# Everything but zero is True, NaN too.
import numpy as np


def truth(x):
    return x.astype(np.bool_)


def builtin(x):
    return x.astype(bool)


# run: truth(np.array([0.0, -0.0, 0.1, np.nan, 5e-324]))
# run: truth(np.array([0, 256, -1]))
# run: truth(np.array([0, 128], np.uint8))
# run: truth(np.arange(6, dtype=np.float32).reshape(2, 3).T)
# run: builtin(np.array([True, False]))
