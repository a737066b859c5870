# The error names the line of the innermost place.


def inner(x, i):
    a = 1
    return x[i] + a


def outer(x, i):
    s = 0.0
    for k in range(3):
        s += inner(x, k)
    s += inner(
        x,
        i,
    )
    return s


# raises: IndexError: index 9 is out of bounds for axis 0 with size 5
# run: outer(np.arange(5.0), 9)
# raises: IndexError: index 2 is out of bounds for axis 0 with size 2
# run: outer(np.arange(2.0), 0)
# run: outer(np.arange(5.0), 4)
