# heaviside, logaddexp, gcd, lcm, divmod, modf, fix, sinc, signs of infinities, names of the array API.
# ulp: 2
import numpy as np


def floats(x):
    return np.heaviside(x, 0.5), np.fix(x), np.isposinf(x), np.isneginf(x)


def parts(x):
    fraction, whole = np.modf(x)
    return fraction, whole


def logs(x, y):
    return np.logaddexp(x, y)


def integers(x, y):
    q, r = np.divmod(x, y)
    return np.gcd(x, y), np.lcm(x, y), q, r


def angles(x):
    return np.sinc(x), np.deg2rad(x), np.rad2deg(x)


def names(x):
    return np.acos(x), np.asin(x), np.atan(x), np.pow(x, 2), np.concat((x, x))


# run: floats(np.array([-1.5, 0.0, 2.5, np.nan, np.inf, -np.inf]))
# run: parts(np.array([-1.5, 0.0, -0.0, 2.5, np.nan, np.inf, -np.inf]))
# run: parts(np.array([3, -2]))
# run: logs(np.array([0., 1000., -np.inf, np.inf, 1.]), np.array([0., 1000., -np.inf, 5., -2.]))
# run: integers(np.array([12, -18, 0, 7]), np.array([8, 12, 5, -7]))
# run: integers(np.array([12, 200], dtype=np.uint8)[::-1], np.array([8, 12], dtype=np.uint8))
# run: angles(np.array([0., 0.5, 1., -3.25]))
# run: names(np.array([0.25, -0.5]))
