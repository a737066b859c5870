# Decorators of one's own on inner functions.
def doubled(f):
    def wrapped(x):
        return 2 * f(x)

    return wrapped


def plus(n):
    def decorate(f):
        return lambda x: f(x) + n

    return decorate


def use(x):
    @doubled
    def square(v):
        return v * v

    @plus(100)
    @doubled
    def same(v):
        return v

    return square(x), same(x)


# run: use(3)
# run: use(0.5)
