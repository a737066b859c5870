# In-place operators with operands of another dtype, also from the same memory.


def add_into(x, y):
    x += y


def floor_into(x, y):
    x //= y


# run: add_into(np.arange(4.0), np.arange(4))
# run: add_into(np.arange(4, dtype=np.float32), np.arange(4.0) / 3)
# run: add_into(np.arange(4, dtype=np.int64), np.arange(4, dtype=np.int8))
# run: add_into(np.arange(4, dtype=np.int8), np.arange(4) * 50)
# run: add_into(np.arange(4, dtype=np.int16), True)
# run: floor_into(np.arange(8, dtype=np.int32), np.array([3], np.int64))
# run: floor_into(np.arange(4.0), 0.7)
