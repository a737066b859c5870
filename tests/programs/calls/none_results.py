# None as a result, and optional results that stay with the caller's type.


def nothing(x):
    x[0] = 1


def call_nothing(x):
    nothing(x)
    return x[0]


# run: nothing(np.zeros(2))
# run: call_nothing(np.zeros(2))
# run: call_nothing(np.zeros(2, np.int8))
