# Separators, ends, and things of every kind.
import numpy as np


def forms(a, b):
    print(a)
    print(a, b)
    print(a, b, sep="")
    print(a, b, sep="--", end="|\n")
    print(a, b, sep=None, end=None)
    print(end="")
    print("", a)
    print("one\ntwo", b, sep="\n")


def numbers(x):
    print(x, -x, x / 3, x > 1, np.float32(x), np.int8(7), None)
    print((x, 1), [x, 2.0], "%.2f" % x, f"{x:>8}|")


def array_items(a):
    for x in a:
        print(x, end=" ")
    print()


def flushed(x):
    print(x, flush=True)


def no_end(n):
    for i in range(n):
        print(i, end=",")


# run: forms(1, "x")
# run: forms("日本", 2.5)
# run: numbers(1.5)
# run: array_items(np.array([1.5, 2.0]))
# run: array_items(np.arange(3))
# run: flushed(3)
# run: no_end(3)
