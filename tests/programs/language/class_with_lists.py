# Classes with lists, dicts and arrays as fields: a stack, a matrix, a counter.
import numpy as np


class Stack:
    def __init__(self):
        self.items = []

    def push(self, x):
        self.items.append(x)

    def pop(self):
        return self.items.pop()

    def __len__(self):
        return len(self.items)


class Matrix:
    def __init__(self, n):
        self.data = np.zeros((n, n))
        self.n = n

    def set(self, i, j, v):
        self.data[i, j] = v

    def trace(self):
        total = 0.0
        for i in range(self.n):
            total += self.data[i, i]
        return total


class Counter:
    def __init__(self):
        self.counts = {}

    def add(self, key):
        self.counts[key] = self.counts.get(key, 0) + 1


def stack(n):
    s = Stack()
    for i in range(n):
        s.push(i * 1.5)
    a = s.pop()
    return a, len(s), s.pop()


def matrix(n):
    m = Matrix(n)
    for i in range(n):
        m.set(i, i, i * 2.0)
        m.set(i, 0, 5.0)
    return m.trace(), m.data


def counter(n):
    c = Counter()
    for i in range(n):
        c.add(i * i % 5)
    return c.counts


# run: stack(4)
# run: matrix(3)
# run: counter(12)
