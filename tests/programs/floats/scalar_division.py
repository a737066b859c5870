# Floor division and modulo of NumPy floats, with the signs and zeros of NumPy.


def both(x, y):
    return x // y, x % y


# run: both(np.float64(7.5), np.float64(2))
# run: both(np.float64(-7.5), np.float64(2))
# run: both(np.float64(7.5), np.float64(-2))
# run: both(np.float64(0.0), np.float64(-2))
# run: both(np.float64(5), np.float64(0))
# run: both(np.float64(-5), np.float64(0))
# run: both(np.float64(5), np.float64(np.inf))
# run: both(np.float64(-5), np.float64(np.inf))
# run: both(np.float64(np.inf), np.float64(5))
# run: both(np.float32(1), np.float32(0.1))
# run: both(np.float32(-0.5), 0.3)
