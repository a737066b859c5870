# A variable may change its type where no paths merge.


def reuse(x):
    y = x * 2
    y = y / 3
    y = y > 1.0
    return y


def shadow(n):
    n = n + 0.5
    n = n * n
    return n


def straight(x):
    t = 1
    a = t + x
    t = 2.5
    b = t + x
    return a, b


# run: reuse(1)
# run: reuse(5)
# run: shadow(3)
# run: straight(4)
