# Comparison, truth and identity of a value that may be None.
def check(n):
    x = None
    if n > 0:
        x = n - 1
    y = None
    if n > 1:
        y = n - 1
    return x == None, x == 1, x == y, x != y, x is None, x is not None, not x, bool(y)


def truth(n):
    x = None if n < 0 else n
    if x:
        return x + 10
    return -1


def fallback(n):
    x = None if n < 0 else n
    return (x or 5), (3 if x is None else x)


# run: check(0)
# run: check(1)
# run: check(2)
# run: check(5)
# run: truth(-1)
# run: truth(0)
# run: truth(4)
# run: fallback(-1)
# run: fallback(0)
# run: fallback(2)
