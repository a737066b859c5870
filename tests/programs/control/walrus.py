# `:=` assigns inside an expression.


def twice(n):
    return (y := n + 1) * y


def log2(n):
    steps = 0
    while (n := n // 2) > 0:
        steps += 1
    return steps


# run: twice(4)
# run: twice(0.5)
# run: log2(1)
# run: log2(1000)
