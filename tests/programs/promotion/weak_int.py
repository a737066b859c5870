# A Python int takes the dtype of the array or NumPy scalar that it meets.


def add_one(x):
    return x + 1


def scale(x, n):
    return n * x - n


# run: add_one(np.array([250, 255], np.uint8))
# run: add_one(np.array([127], np.int8))
# run: add_one(np.array([5], np.uint64))
# run: add_one(np.array([1.5], np.float32))
# run: add_one(np.array([True, False]))
# run: add_one(np.uint8(255))
# run: add_one(np.int16(32767))
# run: add_one(np.bool_(True))
# run: add_one(np.float32(0.1))
# run: scale(np.arange(5, dtype=np.int8), 40)
# run: scale(np.arange(5, dtype=np.uint16)[::-1], 60000)
# run: scale(np.float64(0.1), 3)
