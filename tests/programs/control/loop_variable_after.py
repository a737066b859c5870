# A loop variable keeps its last value; changing it inside does not disturb the loop.


def last(n):
    i = -1
    for i in range(n):
        pass
    return i


def changed(n):
    s = 0
    for i in range(n):
        i = i * 2
        s += i
    return s, i


def shared(n):
    s = 0
    for i in range(n):
        for i in range(2):
            s += i
        s += 10 * i
    return s


# run: last(5)
# run: last(0)
# run: changed(4)
# run: shared(3)
# raises: UnboundLocalError: cannot access local variable 'i' where it is not associated with a value
# run: changed(0)
