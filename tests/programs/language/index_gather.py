# An integer array as an index gathers elements or rows, whatever its dtype, rank and layout; negative places count from the end.


def gather(x, i):
    return x[i]


# run: gather(np.arange(5.), np.array([4, -1, 0]))
# run: gather(np.arange(5.)[::-2], np.array([1, -1, 0]))
# run: gather(np.arange(5, dtype=np.int16), np.array([[0, 1], [2, -5]], dtype=np.int8))
# run: gather(np.arange(300)[::3], np.arange(200, 300, 5, dtype=np.uint8)[:-1] % 100)
# run: gather(np.arange(12.).reshape(3, 4), np.array([[0, 1], [1, 2]]))
# run: gather(np.arange(12.).reshape(3, 4).T, np.array([3, 0]))
# run: gather(np.arange(24, dtype=np.float32).reshape(2, 3, 4)[:, ::-1, ::2], np.array([1, 1, -2]))
# run: gather(np.arange(5.), np.zeros(0, np.int64))
# run: gather(np.zeros((0, 3)), np.zeros(0, np.int32))
# run: gather(np.zeros((3, 0)), np.array([2, 1]))
# run: gather(np.arange(6), np.arange(12).reshape(3, 4)[::2, ::3] % 6)
# run: gather(np.array([True, False]), np.array([1, 1, 0], dtype=np.uint64))
# raises: IndexError
# run: gather(np.arange(5.), np.array([4, -1, 5]))
# raises: IndexError
# run: gather(np.arange(5.), np.array([0, -6, 5]))
# raises: IndexError
# run: gather(np.zeros((0, 3)), np.array([0]))
# raises: IndexError
# run: gather(np.zeros((3, 0)), np.array([5]))
# raises: IndexError
# run: gather(np.arange(3), np.array([2**63], dtype=np.uint64))
