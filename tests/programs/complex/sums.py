# Sums of complex arrays have NumPy's order: pairwise, four accumulators for each part.
import numpy as np


def total(a):
    return a.sum()


def along(a):
    return a.sum(axis=0), a.sum(axis=-1), a.sum(axis=0, keepdims=True)


def typed(a):
    return np.sum(a, dtype=np.complex128), np.sum(a, dtype=complex, axis=0)


def of_products(a, b):
    return (a * b).sum(), (a + 1j).sum(), (a - b).sum(axis=0)


def running(a):
    return a.cumsum(), np.cumsum(a, dtype=np.complex128)


def running_along(a):
    return np.cumsum(a, axis=0), np.cumsum(a, axis=1), np.cumsum(a)


def mean(a):
    return a.mean(), np.mean(a, axis=0)


def spread(a):
    return a.var(), a.std(), np.var(a, axis=0), np.std(a, axis=0, ddof=1)


def sizes(n, step):
    x = np.empty(n, complex)
    for i in range(n):
        x[i] = complex(0.1 * i * i + 0.3, 1.0 / (i + 1))
    return x[::step].sum(), x[:, None].sum(), x.reshape(1, n).sum(axis=0).sum()


# run: total(np.zeros(0, complex))
# run: total(np.array([complex(-0.0, -0.0)]))
# run: total(np.array([complex(-0.0, -0.0)] * 3))
# run: total(np.array([1 + 2j, 3 - 1j, np.inf]))
# run: total(np.array(1 + 2j))
# run: total(0.1 * np.arange(1000) ** 2 + 1j / (np.arange(1000) + 1))
# run: total((0.1 * np.arange(1000) ** 2 + 1j / (np.arange(1000) + 1)).astype(np.complex64))
# run: total((0.1 * np.arange(3000) ** 2 + 1j / (np.arange(3000) + 1)).reshape(30, 100)[:, :-1])
# run: total((0.1 * np.arange(3000) ** 2 + 1j / (np.arange(3000) + 1)).reshape(30, 100).T)
# run: total((0.1 * np.arange(30000) ** 2 + 1j / (np.arange(30000) + 1)).reshape(3, 10000)[:, :-1])
# run: total((0.1 * np.arange(3000) ** 2 + 1j / (np.arange(3000) + 1))[::-3])
# run: along((0.1 * np.arange(3000) ** 2 + 1j / (np.arange(3000) + 1)).reshape(30, 100))
# run: along((0.1 * np.arange(3000) ** 2 + 1j / (np.arange(3000) + 1)).reshape(30, 100).T)
# run: along((0.1 * np.arange(3000) ** 2 + 1j / (np.arange(3000) + 1)).reshape(5, 6, 100)[:, ::-1].astype(np.complex64))
# run: along(np.zeros((0, 3), complex))
# run: along(np.array([[complex(-0.0, -0.0)]] * 2))
# run: typed(0.1 * np.arange(20000.0))
# run: typed((0.1 * np.arange(20000) + 0.3j).astype(np.complex64))
# run: typed(np.arange(5))
# run: of_products(0.1 * np.arange(1000) + 1j, 1.0 / (np.arange(1000) + 3j))
# run: of_products((0.1 * np.arange(60) + 1j).reshape(6, 10).T, np.arange(6) * 0.3j)
# run: running(np.array([1 + 2j, -0.0, complex(0.1, -0.0), 3e10j]))
# run: running(np.array([0.1 + 2j, 0.2, 0.3j], np.complex64)[::-1])
# run: running_along((0.1 * np.arange(6) + 1j).reshape(2, 3))
# run: mean(np.array([1j, 2, 3, 0.1 - 0.7j, 5, 6, 7]))
# run: mean(np.array([[1j, 2, 3], [0.1 - 0.7j, 5, 6]], np.complex64))
# run: mean(0.1 * np.arange(1000) ** 2 + 1j / (np.arange(1000) + 1))
# run: spread(np.array([1j, 2, 3, 0.1 - 0.7j]))
# run: spread(np.array([[1j, 2, 3], [0.1 - 0.7j, 5, 6]]))
# run: spread(np.array([[1j, 2, 3], [0.1 - 0.7j, 5, 6]], np.complex64).T)
# run: sizes(1, 1)
# run: sizes(3, 1)
# run: sizes(4, 1)
# run: sizes(63, 1)
# run: sizes(64, 1)
# run: sizes(65, 1)
# run: sizes(127, -1)
# run: sizes(128, 1)
# run: sizes(129, 2)
# run: sizes(500, 1)
# run: sizes(8193, 1)
