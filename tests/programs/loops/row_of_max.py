# The article's second function: the first element of the row whose second element is largest.


def row_of_max(x):
    i = x[:, 1].argmax()
    return x[i, 0]


def by_loop(x):
    best = 0
    for i in range(x.shape[0]):
        if x[i, 1] > x[best, 1]:
            best = i
    return x[best, 0]


# run: row_of_max(np.array([[1, 5], [2, 9], [3, 7]], np.int32))
# run: row_of_max(np.array([[1.5, 5.0, 2.0], [2.5, np.nan, 9.0], [3.5, 7.0, 1.0]]))
# run: row_of_max(np.asfortranarray(np.arange(12).reshape(4, 3) * 7 % 10))
# run: row_of_max((np.arange(30).reshape(3, 10) * 7 % 31).T[::-1])
# run: by_loop((np.arange(160000).reshape(20000, 8) * 7919) % 1000003)
# raises: ValueError: attempt to get argmax of an empty sequence
# run: row_of_max(np.zeros((0, 2)))
