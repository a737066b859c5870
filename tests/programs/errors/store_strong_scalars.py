# A NumPy scalar that is stored is checked in signed arrays, and wraps in unsigned ones.


def put(x, value):
    x[0] = value


def fill(x, value):
    x[:] = value


# raises: OverflowError: Python integer 300 out of bounds for int8
# run: put(np.zeros(2, np.int8), np.int64(300))
# raises: OverflowError: Python integer 200 out of bounds for int8
# run: put(np.zeros(2, np.int8), np.uint8(200))
# raises: OverflowError: Python integer 1099511627776 out of bounds for int32
# run: fill(np.zeros(2, np.int32), np.int64(2**40))
# raises: OverflowError: Python int too large to convert to C long
# run: put(np.zeros(2, np.int64), np.uint64(2**63))
# raises: OverflowError: Python integer 70000 out of bounds for int16
# run: put(np.zeros(2, np.int16), np.float64(70000.9))
# raises: ValueError: cannot convert float NaN to integer
# run: put(np.zeros(2, np.int32), np.float32(np.nan))
# run: put(np.zeros(2, np.uint8), np.int64(300))
# run: fill(np.zeros(2, np.uint16), np.int64(-1))
# run: put(np.zeros(2, np.uint64), np.int8(-1))
# run: put(np.zeros(2, np.int16), np.uint8(200))
