# Assignments whose right-hand side reads the target in several places.


def smooth(x):
    x[1:-1] = (x[:-2] + x[1:-1] + x[2:]) / 3


def mix(x, y):
    x[:] = 2 * y - x
    y[:] = x + y


def swap_halves(x):
    n = len(x) // 2
    x[:n], x[n:] = x[n:].copy(), x[:n].copy()


def swap_views(x):
    x[0], x[1] = x[1], x[0]


# run: smooth(np.arange(8.0) ** 2)
# run: smooth(np.arange(16.0)[::-2] ** 2)
# run: mix(np.arange(4), np.arange(4) * 10)
# run: a = np.arange(5); mix(a[1:], a[:-1])
# run: a = np.arange(4.0); mix(a, a)
# run: swap_halves(np.arange(6))
# run: swap_views(np.arange(4))
# run: swap_views(np.arange(4).reshape(2, 2))
