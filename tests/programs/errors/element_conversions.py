# Elements that are stored: floats are truncated, NaN cannot become an int.


def put(x, value):
    x[0] = value


# run: put(np.zeros(2, np.int32), 1.9)
# run: put(np.zeros(2, np.int32), -1.9)
# raises: ValueError: cannot convert float NaN to integer
# run: put(np.zeros(2, np.int32), math.nan)
# raises: OverflowError: cannot convert float infinity to integer
# run: put(np.zeros(2, np.int64), math.inf)
# run: put(np.zeros(2, np.bool_), 0.5)
# run: put(np.zeros(2, np.float32), 0.1)
# run: put(np.zeros(2, np.float32), 1e300)
# run: put(np.zeros(2, np.int8), np.float64(-3.7))
# run: put(np.zeros(2), True)
