# `range` with one, two and three arguments, empty and descending.


def total(n):
    s = 0
    for i in range(n):
        s = s * 3 + i
    return s


def between(a, b):
    s = 0
    for i in range(a, b):
        s = s * 3 + i
    return s


def stepped(a, b, c):
    s = 0
    count = 0
    for i in range(a, b, c):
        s = s * 3 + i
        count += 1
    return s, count


# run: total(10)
# run: total(0)
# run: total(-5)
# run: between(3, 8)
# run: between(8, 3)
# run: stepped(0, 10, 3)
# run: stepped(10, 0, -3)
# run: stepped(10, 0, 3)
# run: stepped(-10, 10, 7)
# raises: ValueError: range() arg 3 must not be zero
# run: stepped(0, 10, 0)
