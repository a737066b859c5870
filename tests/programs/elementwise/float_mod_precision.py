# Floor division and modulo of floats whose quotient is inexact or huge.


def both(x, y):
    return x // y, x % y


# run: both(np.array([1.0, 0.3, 6.0, -6.0]), np.array([0.1, 0.1, 0.1, 0.1]))
# run: both(np.array([1e300, -1e300, 5e-324]), np.array([1e-3, 1e-3, 2.0]))
# run: both(np.array([4.0, -4.0, 4.0]), np.array([2.0, 2.0, -2.0]))
# run: both(np.array([1.0, 0.3, 6.0], np.float32), np.float32(0.1))
# run: both(np.array([np.inf, np.nan, 1.0]), np.array([1.0, 1.0, np.nan]))
# run: both(0.7, np.array([0.1, -0.1]))
# run: both(np.arange(-10, 10) * 0.37, 0.11)
