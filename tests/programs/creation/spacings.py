# logspace, geomspace and the windows.
# ulp: 4
import numpy as np


def logs(n):
    return np.logspace(0, 2, n), np.logspace(1, 3, n, base=2.0), np.logspace(0, 1, n, endpoint=False)


def ratios(n):
    return np.geomspace(1, 256, n), np.geomspace(8.0, 0.5, n), np.geomspace(-1, -100, n)


def windows(n):
    return np.bartlett(n), np.hanning(n)[:2], np.hamming(n), np.blackman(n)[n // 3 :]


# run: logs(5)
# run: logs(1)
# run: logs(0)
# run: ratios(5)
# run: ratios(2)
# run: windows(8)
# run: windows(5)
# run: windows(1)
# run: windows(0)
