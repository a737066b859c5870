# Default values of all kinds, looked at where the function is defined.


def area(w, h=2.0, *, scale=1):
    return w * h * scale


def named(n):
    return area(n), area(n, 3.0), area(n, scale=2), area(h=5.0, w=n, scale=3)


def flags(n, negate=False, label="x", limits=(0, 10)):
    low, high = limits
    if negate:
        n = -n
    if label == "y":
        n += 100
    return min(max(n, low), high)


def use_flags(n):
    return flags(n), flags(n, True), flags(n, label="y"), flags(n, limits=(2, 3))


# run: named(2.0)
# run: use_flags(5)
