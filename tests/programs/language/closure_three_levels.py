# Functions three deep, each with variables of all others.
def outer(a):
    b = a + 1

    def middle(c):
        d = b * c

        def inner(e):
            return a + b * 10 + c * 100 + d * 1000 + e

        return inner(1) + inner(d)

    return middle(2), middle(a)


def passes_down(x):
    def apply(f, v):
        def again(k):
            return f(f(v)) + k

        return again(x)

    y = 3
    return apply(lambda v: v * y, 5)


# run: outer(4)
# run: outer(-1)
# run: passes_down(2)
