# Defaults, keyword arguments, keyword-only and positional-only parameters of functions and inner functions.
STEP = 3


def line(x, slope=2, *, offset=STEP):
    return x * slope + offset


def use(x):
    return line(x), line(x, 5), line(x, offset=1), line(slope=0, x=x), line(x, slope=1, offset=0)


def only(a, /, b, *, c=10):
    return a * 100 + b * 10 + c


def calls(x):
    return only(x, 2), only(x, b=3), only(x, 2, c=0)


def evaluated_at_definition(x):
    k = x

    def f(a, b=k):
        return a + b

    k = 100
    return f(1), f(1, k)


def of_array(a):
    def total(k=a[0]):
        return a.sum() + k

    a[0] = 50
    return total(), total(1)


# run: use(4)
# run: calls(1)
# run: evaluated_at_definition(5)
# run: of_array(np.array([1, 2, 3]))
