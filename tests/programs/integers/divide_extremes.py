# Division of the smallest integer by minus one, of every width.


def floor_divide(x, y):
    return x // y


def modulo(x, y):
    return x % y


# run: floor_divide(np.int8(-128), np.int8(-1))
# run: floor_divide(np.int16(-32768), np.int16(-1))
# run: floor_divide(np.int32(-(2**31)), np.int32(-1))
# run: floor_divide(np.int64(-(2**63)), np.int64(-1))
# run: floor_divide(np.array([-(2**63)]), -1)
# run: modulo(np.int8(-128), np.int8(-1))
# run: modulo(np.int64(-(2**63)), np.int64(-1))
# run: modulo(np.array([-(2**31)], np.int32), -1)
# run: floor_divide(np.uint64(2**64 - 1), np.uint64(2**63))
# run: modulo(np.uint64(2**64 - 1), np.uint64(10))
