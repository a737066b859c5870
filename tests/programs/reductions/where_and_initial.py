# `where=` and `initial=` of reductions.
import numpy as np


def total(x, m):
    return np.sum(x, where=m), np.sum(x, axis=0, where=m), np.sum(x, axis=-1, where=m, keepdims=True)


def product(x, m):
    return np.prod(x, where=m), x.prod(axis=0, where=m)


def extremes(x, m):
    return np.min(x, initial=100, where=m), np.max(x, axis=0, initial=-1), np.max(x, axis=1, where=m, initial=2)


def truths(x, m):
    return np.any(x, where=m), np.all(x, axis=0, where=m)


def average(x, m):
    return np.mean(x, where=m), np.mean(x, axis=1, where=m)


def started(x):
    return np.sum(x, initial=10), np.prod(x, initial=3), np.max(x, initial=7), np.min(x, initial=-7)


# run: total(np.arange(6.).reshape(2, 3), np.array([[True, False, True], [True, True, False]]))
# run: total(np.arange(6).reshape(2, 3), np.array([True, False, True]))
# run: total((np.arange(600) * 37 % 601).reshape(2, 300) / 7, (np.arange(600) % 11 > 1).reshape(2, 300))
# run: total(np.arange(6., dtype=np.float32).reshape(2, 3), np.zeros((2, 3), bool))
# run: total(np.zeros((0, 3)), np.ones((0, 3), bool))
# run: product(np.arange(1, 7).reshape(2, 3), np.array([[True, False, True], [True, True, False]]))
# run: extremes(np.arange(6).reshape(2, 3), np.array([[True, False, True], [True, True, False]]))
# run: extremes(np.arange(6).reshape(3, 2).T, np.array([[True, False, True], [True, True, False]]))
# run: truths(np.arange(6).reshape(2, 3), np.array([[True, False, True], [True, True, False]]))
# run: average(np.arange(6.).reshape(2, 3), np.array([[True, False, True], [True, True, False]]))
# run: started(np.array([1, 2, 5]))
# run: started(np.zeros(0))
# run: started(np.array([[1., 2.], [5., 0.]]))
