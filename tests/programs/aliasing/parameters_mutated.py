# `A += …` changes the caller's array, `A = A + …` does not.


def in_place(x, s):
    x += s
    return x


def rebound(x, s):
    x = x + s
    x += 1
    return x


def half_and_half(x, s):
    x += s
    x = x * 2
    x -= 1
    return x


# run: in_place(np.arange(4), 5)
# run: in_place(np.arange(8.0)[::-2], 0.5)
# run: rebound(np.arange(4), 5)
# run: rebound(np.arange(4.0), 0.5)
# run: half_and_half(np.arange(4), 5)
# run: half_and_half(np.array(2.0), 1)
