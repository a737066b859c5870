# NumPy integers of every dtype, and 0-d arrays' items, as indices and bounds.


def at(x, i):
    return x[i]


def part(x, i, j):
    return x[i:j]


def indirect(x, order):
    s = 0
    for k in range(len(order)):
        s = s * 10 + x[order[k]]
    return s


# run: at(np.arange(300), np.uint8(255))
# run: at(np.arange(300), np.int8(-1))
# run: at(np.arange(5.0), np.uint64(3))
# run: part(np.arange(300), np.int16(-3), np.int64(299))
# run: part(np.arange(300), np.uint8(250), np.uint32(4294967295))
# run: indirect(np.arange(8), np.array([3, 1, 7, 0], np.uint16))
# run: indirect(np.arange(8), np.array([-1, -8, 2]))
# raises: IndexError: index -9 is out of bounds for axis 0 with size 8
# run: indirect(np.arange(8), np.array([0, -9, 2]))
