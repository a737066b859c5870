# A loop over a tuple is unrolled, so its members may have several types.


def total(t):
    s = 0.0
    for value in t:
        s += value
    return s


def squares(a, b, c):
    s = 0
    for value in (a, b, c):
        s += value * value
    return s


# run: total((1, 2.5, True))
# run: total((np.float32(0.5), 2))
# run: squares(1, 2, 3)
# run: squares(1.5, 2.0, 3.0)
