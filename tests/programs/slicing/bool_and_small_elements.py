# Elements of one and two bytes at odd strides.


def every_third(x):
    return x[1::3]


def flip(x):
    for i in range(len(x)):
        x[i] = not x[i]


def swap_ends(x):
    x[0], x[-1] = x[-1], x[0]
    return x


# run: every_third(np.arange(20, dtype=np.int8))
# run: every_third(np.arange(20, dtype=np.uint16)[::-1])
# run: flip(np.array([True, False, True]))
# run: flip(np.arange(9) % 3 == 0)
# run: swap_ends(np.arange(9, dtype=np.int8)[::3])
# run: swap_ends(np.arange(9, dtype=np.uint16)[1::3])
