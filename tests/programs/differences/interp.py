# Linear interpolation: inside, outside, at the points, with NaN and infinities.
import numpy as np


def interp(x, xp, fp):
    return np.interp(x, xp, fp)


def outside(x, xp, fp):
    return np.interp(x, xp, fp, left=-1.0, right=np.nan)


# run: interp(2.5, np.array([1., 2., 3.]), np.array([3., 2., 0.]))
# run: interp(np.array([0., 1., 1.5, 2.72, 3.14, np.nan]), np.array([1., 2., 3.]), np.array([3., 2., 0.]))
# run: interp(np.arange(6.).reshape(2, 3)[:, ::-1], np.array([0, 2, 5]), np.array([1, 0, 10]))
# run: interp(np.array([0.5, 1.5]), np.array([0., 1., 2.]), np.array([np.inf, 1., -np.inf]))
# run: interp(np.array([0.5]), np.array([3.]), np.array([7.]))
# run: outside(np.array([0., 1.5, 9.]), np.array([1., 2.]), np.array([3., 2.]))
# raises: ValueError
# run: interp(1.0, np.zeros(0), np.zeros(0))
# raises: ValueError
# run: interp(1.0, np.array([1., 2.]), np.zeros(1))
