# Generators over generators, `yield from`, closures that generate, and two that are gone over inside each other.
def wanted(n):
    for i in range(n):
        if i % 3:
            yield i


def both(n):
    yield from range(n)
    yield 100
    yield from wanted(n)
    yield from (7, 8)


def total(n):
    return sum(both(n))


def chain(n, k):
    def doubled(items):
        for x in items:
            yield k * x

    s = 0
    for i, x in enumerate(doubled(wanted(n)), start=1):
        s += i * x
    return s


def pairs(n):
    s = 0
    for x in wanted(n):
        for y in wanted(x):
            if y > 4:
                break
            s += x * y
        else:
            s += 1000
    return s


def reads_late(n):
    k = 1
    s = 0
    for x in (i * k for i in range(n)):
        s += x
        k += 1
    return s, k


def changes(n):
    state = 0

    def step():
        nonlocal state
        for i in range(n):
            state += i

    for x in wanted(n):
        step()
        state += x
    return state


# run: total(5)
# run: total(0)
# run: chain(8, 2)
# run: pairs(9)
# run: reads_late(5)
# run: reads_late(0)
# run: changes(6)
