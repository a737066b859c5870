# The bounds of a range are evaluated once, before the loop.


def grow(n):
    count = 0
    for i in range(n):
        n = n + 10
        count += 1
    return count, n


def shrink(n):
    count = 0
    for _ in range(0, n, 1):
        n -= 1
        count += 1
    return count


# run: grow(3)
# run: grow(0)
# run: shrink(5)
