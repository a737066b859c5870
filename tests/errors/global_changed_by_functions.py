# What is kept from call to call in Python cannot be changed: globals, attributes of classes, defaults.

CACHE = {}
COUNTS = [0, 0]
ROWS = [[1, 2], [3, 4]]


class Node:
    def __init__(self):
        self.next = None


NIL = Node()


def remember(n: int):
    CACHE[n] = n  # error[unsupported]: changing a global
    return len(CACHE)


def count():
    COUNTS[0] += 1  # error[unsupported]: changing a global
    return COUNTS[0]


def by_another_name():
    counts = COUNTS
    counts[0] = 5  # error[unsupported]: changing a global
    return COUNTS[0]


def inner(k: int):
    row = ROWS[k]
    row.append(1)  # error[unsupported]: changing a global
    return len(ROWS[k])


def is_end(k: int):
    node = NIL
    return node is NIL  # error[unsupported]: `is` with a global object is not supported
