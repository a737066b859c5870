# heapq over numbers and tuples, and over objects with `__lt__`.

import heapq
from heapq import heappush, heappop

import numpy as np


class Job:
    def __init__(self, level, number):
        self.level = level
        self.number = number

    def __lt__(self, other):
        return self.level > other.level


def sort(xs):
    heap = []
    for x in xs:
        heappush(heap, x)
    return np.array([heappop(heap) for _ in range(len(heap))])


def shape(xs):
    """The list itself is CPython's."""
    heap = [x for x in xs]
    heapq.heapify(heap)
    first = heapq.heapreplace(heap, 4.5)
    second = heapq.heappushpop(heap, -1.0)
    return first, second, np.array(heap)


def tuples(n):
    heap = []
    for k in range(n):
        heapq.heappush(heap, ((k * 7) % 5, -k, (k, 0.5)))
    order = 0
    while len(heap) > 1:
        _, _, (k, _) = heapq.heappop(heap)
        order = order * 10 + k
    return order, heap[0]


def objects(n):
    heap = []
    for k in range(n):
        heappush(heap, Job((k * 5) % 7, k))
    return np.array([heappop(heap).number for _ in range(n)])


def best(xs, n):
    values = [x for x in xs]
    return np.array(heapq.nsmallest(n, values)), np.array(heapq.nlargest(n, values, key=lambda x: abs(x)))


# run: sort(np.array([5.0, 1.0, 4.0, 1.0, 9.0])[::-1])
# run: sort(np.arange(7) * 3 % 7)
# run: shape(np.array([9.0, 3.0, 7.0, 1.0]))
# run: tuples(8)
# run: objects(7)
# run: best(np.array([3, -9, 4, 1]), 2)
# raises: IndexError: index out of range
# run: shape(np.zeros(0))
