# A loop over a list sees what the loop does to it.


def grow(n):
    xs = [1]
    steps = 0
    for x in xs:
        steps += 1
        if len(xs) < n:
            xs.append(x + 1)
    return steps, xs[-1]


def shrink(n):
    xs = [i for i in range(n)]
    seen = 0
    for x in xs:
        seen += x
        xs.pop()
    return seen, len(xs)


def both(n):
    xs = [i for i in range(n)]
    total = 0
    for i, x in enumerate(xs):
        total += i * x
        if i == 2:
            xs.append(100)
    for a, b in zip(xs, xs[1:]):
        total += a * b
    for x in reversed(xs):
        total = total * 3 % 1000 + x
    return total


# run: grow(10)
# run: shrink(7)
# run: both(5)
