# A closure sees the value that a variable has when the closure is called.
def late(x):
    y = 1

    def add(v):
        return v + y

    a = add(x)
    y = 10
    return a, add(x)


def in_loop(n):
    total = 0
    k = 0

    def weight():
        return k * k

    for k in range(n):
        total += weight()
    return total


def defined_before(x):
    def double():
        return 2 * later

    later = x + 1
    return double()


# run: late(5)
# run: late(0.5)
# run: in_loop(5)
# run: in_loop(0)
# run: defined_before(3)
