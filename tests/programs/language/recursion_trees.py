# Functions that call themselves more than once, with arrays and with results of several types.
import numpy as np


def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def quicksort(a, low, high):
    if low >= high:
        return
    pivot = a[high]
    at = low
    for k in range(low, high):
        if a[k] < pivot:
            a[k], a[at] = a[at], a[k]
            at += 1
    a[high], a[at] = a[at], a[high]
    quicksort(a, low, at - 1)
    quicksort(a, at + 1, high)


def sort(a):
    b = a.copy()
    quicksort(b, 0, len(b) - 1)
    return b


def halves(a):
    if len(a) < 2:
        return a.sum()
    m = len(a) // 2
    return halves(a[:m]) + halves(a[m:])


# run: fibonacci(15)
# run: ackermann(2, 3)
# run: sort(np.array([3, 1, 4, 1, 5, 9, 2, 6])[::-1])
# run: sort(np.zeros(0))
# run: halves(np.arange(9.0))
