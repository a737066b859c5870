# `del` of names: reading one after it raises, assigning brings it back.
def gone(x):
    y = x + 1
    del y
    return y


def back(x):
    y = x
    del y
    y = 2 * x
    return y


def in_branch(c):
    y = 1
    if c:
        del y
    return y


def in_loop(n):
    total = 0
    for i in range(n):
        k = i * 2
        total += k
        del k
    return total


def several(x):
    a = b = c = x
    del a, (b, c)
    a = 1
    return a


# raises: UnboundLocalError: cannot access local variable 'y' where it is not associated with a value
# run: gone(1)
# run: back(3)
# raises: UnboundLocalError: cannot access local variable 'y' where it is not associated with a value
# run: in_branch(True)
# run: in_branch(False)
# run: in_loop(4)
# run: several(3)
