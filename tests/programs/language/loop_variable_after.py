# The variable of a loop keeps its last value; it is unbound after a loop that never ran.


def last(n):
    for i in range(n):
        pass
    return i


def last_item(x):
    for v in x:
        w = v * 2
    return v, w


def reassigned(n):
    total = 0
    for i in range(n):
        i = i * 10
        total += i
    return total, i


# run: last(5)
# raises: UnboundLocalError
# run: last(0)
# run: last_item(np.array([1.5, 2.5]))
# raises: UnboundLocalError
# run: last_item(np.zeros(0))
# run: reassigned(4)
