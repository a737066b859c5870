# Generators are taken into the loops that consume them, which has no end here.
def down(n):
    yield n
    for x in down(n - 1):  # error[unsupported]: the generator `down` goes over itself … append to a list
        yield x


def f(n: int):
    s = 0
    for x in down(n):
        s += x
    return s
