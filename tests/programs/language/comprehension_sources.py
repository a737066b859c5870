# Comprehensions over everything that can be gone over.
import numpy as np


def over_array(x):
    return [v * 2 for v in x]


def over_rows(x):
    return [row.sum() for row in x]


def over_text(text):
    return [c for c in text if c != "l"]


def over_dict(n):
    d = {i: i * i for i in range(n)}
    return [k for k in d], [v for v in d.values()], [k + v for k, v in d.items()]


def over_zip(n):
    return [a * b for a, b in zip(range(n), range(n, 0, -1))]


def over_enumerate(x):
    return [i for i, v in enumerate(x) if v > 1.0]


# run: over_array(np.array([1.5, 2.5]))
# run: over_rows(np.arange(6.0).reshape(3, 2))
# run: over_text("hello")
# run: over_dict(4)
# run: over_zip(4)
# run: over_enumerate(np.array([0.5, 1.5, 2.5]))
