# Arrays of lists of arrays, and loops over tuples beside things of unknown length.

import numpy as np


def trajectory(n):
    states = [np.array([1.0, 0.0])]
    for _ in range(n):
        x = states[-1]
        states.append(x + 0.5 * np.array([x[1], -x[0]]))
    return np.array(states)


def ragged(n):
    return np.array([np.zeros(2 + (k == n)) for k in range(3)])


def weighted(n):
    ks = [np.full(2, float(k)) for k in range(n)]
    total = np.zeros(2)
    for w, k in zip((0.5, 0.25, 0.125), ks):
        total += w * k
    count = 0
    for i, (a, b, c) in enumerate(zip((1, 2), (1.5, 2.5, 3.5), range(n))):
        count += i * a + int(b) + c
    return total, count


# run: trajectory(3)
# run: ragged(5)
# raises: ValueError
# run: ragged(1)
# run: weighted(5)
# run: weighted(1)
# run: weighted(0)
