# Augmented assignment to elements, of every operator and several dtypes.


def update(x):
    for i in range(len(x)):
        x[i] += 3
        x[i] *= 2
        x[i] -= i
        x[i] //= 3
        x[i] %= 5


def bits(x):
    for i in range(len(x)):
        x[i] <<= 2
        x[i] |= 1
        x[i] ^= 7
        x[i] &= 29
        x[i] >>= 1


def halves(x):
    for i in range(len(x)):
        x[i] /= 2


# run: update(np.arange(10))
# run: update(np.arange(10.0) / 3)
# run: update(np.arange(20, dtype=np.uint8)[::-2] * 12)
# run: update(np.arange(6, dtype=np.int8) * 25 - 60)
# run: bits(np.arange(10))
# run: bits(np.arange(10, dtype=np.uint8) * 25)
# run: halves(np.arange(5.0))
# run: halves(np.arange(5, dtype=np.float32)[::-1])
