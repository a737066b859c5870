# Closures and lambdas over complex numbers; nonlocal ones change.


def applied(z):
    def times(w):
        return w * z

    more = lambda a: times(a) + 1
    return more(2j), times(z)


def collected(z, n):
    total = 0j

    def add(w):
        nonlocal total
        total += w

    for i in range(n):
        add(z * i)
    return total


def passed(f, z):
    return f(f(z))


def calls(z):
    return passed(lambda w: w * w + z, 1j), passed(abs, -3 + 4j)


# run: applied(1 - 1j)
# run: collected(1 + 2j, 4)
# run: calls(0.5)
