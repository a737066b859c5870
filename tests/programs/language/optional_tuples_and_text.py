# Optional tuples, strings and nested optionals.
def bounds(n):
    box = None
    for i in range(n):
        if box is None:
            box = (i, i)
        else:
            low, high = box
            box = (low, high + i)
    if box is None:
        return 0, 0
    return box


def label(n):
    name = None
    if n > 5:
        name = "large"
    elif n < 0:
        name = "negative"
    if name is None:
        return 0
    return len(name)


def inner(n):
    t = (None, n) if n < 3 else (n, None)
    a, b = t
    if a is None:
        return b if b is not None else -2
    return a * 10


# run: bounds(4)
# run: bounds(0)
# run: label(9)
# run: label(-1)
# run: label(2)
# run: inner(1)
# run: inner(5)
