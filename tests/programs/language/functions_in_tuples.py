# Functions in tuples: gone over, indexed, unpacked, passed on.
def total(functions, x):
    s = 0
    for f in functions:
        s += f(x)
    return s


def run(x):
    k = x + 1
    functions = (lambda a: a + 1, lambda a: a * k, abs)
    first = functions[0]
    return total(functions, x), functions[1](7), functions[-1](-x), first(0)


def pair(x):
    def make(n):
        def up(v):
            return v + n

        def down(v):
            return v - n

        return up, down

    up, down = make(x)
    return up(10), down(10), down(up(3))


# run: run(3)
# run: pair(4)
