# Nested loops over a 2-d array of any layout.


def total(x):
    s = 0.0
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            s += x[i, j]
    return s


def weighted(x):
    s = 0.0
    for j in range(x.shape[1]):
        for i in range(x.shape[0]):
            s += x[i, j] * (i + 1) - j
    return s


# run: total(np.arange(12.0).reshape(3, 4) / 7)
# run: total((np.arange(12.0).reshape(3, 4) / 7).T)
# run: total(np.asfortranarray(np.arange(12.0).reshape(3, 4) / 7))
# run: total(np.arange(48.0).reshape(6, 8)[::-2, 1::3] / 7)
# run: total(np.zeros((3, 0)))
# run: weighted(np.arange(12).reshape(3, 4))
# run: weighted(np.arange(12, dtype=np.int16).reshape(3, 4)[:, ::-1])
# run: weighted(np.broadcast_to(np.arange(3.0), (4, 3)))
