# A function defined in a loop sees the variables of the round in which it is called.
def last_wins(n):
    total = 0
    f = lambda: -1
    for i in range(n):
        def f():
            return i * 10

        total += f()
    return total + f()


def default_keeps(n):
    first = None
    for i in range(n):
        g = lambda x, i=i: x + i
        if first is None:
            first = g
    if first is None:
        return -1
    return first(100)


# run: last_wins(4)
# run: default_keeps(3)
# run: default_keeps(0)
