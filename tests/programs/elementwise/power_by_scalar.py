# Arrays to the powers 2, 0.5 and -1 are squares, roots and reciprocals, exactly rounded.


def square(x):
    return x**2


def deviation(x, m):
    return ((x - m) ** 2).sum()


def root(x):
    return x**0.5


def reciprocal(x):
    return x**-1.0


def any_power(x, y):
    return x**y


def in_place(x):
    x **= 2
    return x


# run: square(np.linspace(-3, 3, 1001))
# run: square(np.linspace(-3, 3, 1001).astype(np.float32))
# run: deviation(np.linspace(-3, 7, 333), 0.1)
# run: root(np.array([0.0, -0.0, 2.0, np.inf, -np.inf, -1.0, np.nan]))
# run: root(np.linspace(0, 5, 101).astype(np.float32))
# run: root(np.arange(50))
# run: reciprocal(np.linspace(-3, 3, 100))
# run: reciprocal(np.array([0.0, -0.0, np.inf, np.nan]))
# run: any_power(np.linspace(-3, 3, 1001), 2.0)
# run: any_power(np.linspace(0.1, 3, 1001), 0.5)
# run: any_power(np.linspace(0.1, 3, 1001), -1.0)
# run: any_power(np.linspace(-3, 3, 101), 2)
# run: in_place(np.linspace(-3, 3, 101))
