# Two arguments that share memory.


def add_into(x, y):
    x += y


def assign(x, y):
    x[:] = y


def loop_add(x, y):
    for i in range(len(x)):
        x[i] += y[i]


# run: a = np.arange(6); add_into(a[1:], a[:-1])
# run: a = np.arange(6); add_into(a[:-1], a[1:])
# run: a = np.arange(6.0); add_into(a, a)
# run: a = np.arange(8); add_into(a[::2], a[1::2])
# run: a = np.arange(6); add_into(a, a[::-1])
# run: a = np.arange(9.0); assign(a[3:], a[:-3])
# run: a = np.arange(9); assign(a[:5], a[8:3:-1])
# run: a = np.arange(6); loop_add(a[1:], a[:-1])
# run: a = np.arange(6); loop_add(a[:-1], a[1:])
# run: a = np.arange(100000.0); add_into(a[1:], a[:-1])
