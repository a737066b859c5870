# Ranges with any step, empty ones, and ranges whose bounds change in the loop.


def count(a, b, c):
    total = 0
    n = 0
    for i in range(a, b, c):
        total += i
        n += 1
    return total, n


def moving(n):
    steps = 0
    for i in range(n):
        n = 2
        steps += 1
    return steps, n


def backwards(n):
    digits = 0
    for i in reversed(range(n)):
        digits = digits * 10 + i
    return digits


# run: count(0, 10, 3)
# run: count(10, 0, -4)
# run: count(5, 5, 1)
# run: count(0, -10, 1)
# raises: ValueError
# run: count(0, 10, 0)
# run: moving(5)
# run: backwards(5)
