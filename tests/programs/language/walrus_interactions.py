# `:=` in comprehension-like loops, with try, in closures and in match guards.
def squares(a):
    total = 0
    for x in a:
        if (y := x * x) > 4 and (z := y - 4) % 2:
            total += y + z
    return total


def in_lambda(x):
    f = lambda v: (w := v + 1) * w
    return f(x)


def guard(x):
    match x:
        case n if (m := n % 10) > 5:
            return m
        case _:
            return -m


def loop(n):
    steps = 0
    while (n := n // 2) > 0:
        steps += 1
    return steps, n


def either(a, b):
    if (x := a) > 3 or (y := b) > 3:
        return x
    return x + y


# run: squares(np.array([1, 2, 3, 4, 5]))
# run: in_lambda(3)
# run: guard(17)
# run: guard(12)
# run: loop(20)
# run: either(5, 0)
# run: either(1, 9)
# run: either(1, 2)
