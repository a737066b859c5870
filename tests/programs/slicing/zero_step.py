# A step of zero is a ValueError.


def every(x, k):
    return x[::k]


# raises: ValueError: slice step cannot be zero
# run: every(np.arange(7), 0)
# raises: ValueError: slice step cannot be zero
# run: every(np.arange(0), 0)
# run: every(np.arange(7), 9223372036854775807)
# run: every(np.arange(7), -9223372036854775808)
