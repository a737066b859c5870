# `:=` in conditions, loops, conditional expressions and comparisons.
def use(a):
    n = 0
    if len(a) > 2 and (k := a[2]) > 0:
        n = k
    while (m := n + 1) < 5:
        n = m
    z = (w := 3) if n > 3 else (w := 4)
    return n, m, z, w


def maybe_unbound(c, x):
    if c and (y := x + 1) > 0:
        return y
    return y


def chained(x):
    if 0 < (y := x * 2) < 10:
        return y
    return -y


def in_arguments(x):
    return abs(y := -x) + y


# run: use(np.array([1, 2, 3]))
# run: use(np.array([1, 2, -3]))
# run: maybe_unbound(True, 3)
# run: maybe_unbound(True, -3)
# raises: UnboundLocalError: cannot access local variable 'y' where it is not associated with a value
# run: maybe_unbound(False, 3)
# run: chained(3)
# run: chained(30)
# run: chained(-1)
# run: in_arguments(4)
