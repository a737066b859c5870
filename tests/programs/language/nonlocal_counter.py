# `nonlocal`: inner functions assign variables of the function around them.
def counter(n):
    count = 0

    def bump(k):
        nonlocal count
        if k % 2 == 0:
            count += k

    for i in range(n):
        bump(i)
    return count


def widens(n):
    total = 0

    def add(x):
        nonlocal total
        total += x * 0.5
        return total

    add(n)
    return add(1), total


def parameter(n):
    def down():
        nonlocal n
        n -= 1
        return n > 0

    count = 0
    while down():
        count += 1
    return count, n


def two_levels(x):
    total = 0

    def outer(k):
        def inner(j):
            nonlocal total
            total += j * k

        for j in range(k):
            inner(j)

    for k in range(x):
        outer(k)
    return total


# run: counter(10)
# run: counter(0)
# run: widens(3)
# run: parameter(6)
# run: parameter(-1)
# run: two_levels(5)
