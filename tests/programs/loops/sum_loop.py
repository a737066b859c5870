# The sum of an array by a loop takes the elements' dtype.


def total(x):
    s = 0
    for i in range(len(x)):
        s += x[i]
    return s


def total_float(x):
    s = 0.0
    for i in range(x.shape[0]):
        s = s + x[i]
    return s


# run: total(np.arange(10))
# run: total(np.arange(10.0) * 0.1)
# run: total(np.arange(10, dtype=np.uint8) * 20)
# run: total(np.arange(20, dtype=np.float32)[::-3])
# differs: a loop that never runs yields the type of the elements
# expect: np.int32(0)
# run: total(np.zeros(0, np.int32))
# run: total_float(np.arange(10, dtype=np.int32))
# run: total_float(np.arange(5, dtype=np.float32) / 3)
# run: total_float(((np.arange(100000) * 7919) % 1000 - 500) * 1.1e-3)
