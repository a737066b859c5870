# A list grows by append; its length, ends and sum are those of CPython.


def squares(n):
    xs = []
    for i in range(n):
        xs.append(i * i)
    return len(xs), sum(xs)


def ends(n):
    xs = [10]
    for i in range(n):
        xs.append(xs[-1] + i)
    return xs[0], xs[-1], xs[-n]


def floats(x):
    xs = []
    for v in x:
        xs.append(v * 0.5)
    total = 0.0
    for v in xs:
        total += v
    return total


# run: squares(0)
# run: squares(1000)
# run: ends(3)
# run: floats(np.arange(10.0)[::-3])
