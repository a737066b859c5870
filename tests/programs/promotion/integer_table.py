# The common dtype of every pair of integer dtypes.


def add(x, y):
    return x + y


# run: add(np.array([100], np.int8), np.array([100], np.int16))
# run: add(np.array([100], np.int8), np.array([100], np.uint8))
# run: add(np.array([100], np.int8), np.array([60000], np.uint16))
# run: add(np.array([100], np.int8), np.array([4000000000], np.uint32))
# run: add(np.array([100], np.int8), np.array([2**63], np.uint64))
# run: add(np.array([30000], np.int16), np.array([200], np.uint8))
# run: add(np.array([30000], np.int16), np.array([60000], np.uint16))
# run: add(np.array([2**30], np.int32), np.array([60000], np.uint16))
# run: add(np.array([2**30], np.int32), np.array([4000000000], np.uint32))
# run: add(np.array([2**62], np.int64), np.array([4000000000], np.uint32))
# run: add(np.array([2**62], np.int64), np.array([2**63], np.uint64))
# run: add(np.array([200], np.uint8), np.array([60000], np.uint16))
