# A returned function keeps the variables that it uses.
def adder(n):
    def add(x):
        return x + n

    return add


def use(x):
    f = adder(3)
    g = adder(x)
    return f(x), g(1.5), f(g(2))


def scaled(a, k):
    def scale():
        return a * k

    return scale


def of_array(a, k):
    return scaled(a[1:], k)()


def curried(x):
    add = lambda a: lambda b: lambda c: a + b * c
    return add(x)(2)(3)


# run: use(4)
# run: use(0.25)
# run: of_array(np.arange(5)[::-1], 3)
# run: of_array(np.zeros(1), 3)
# run: curried(10)
