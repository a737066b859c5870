# Complex numbers in lists, sets, tuples of lists and comprehensions.
import numpy as np


def made(n):
    out = []
    for i in range(n):
        out.append(complex(i, -i))
    out[1] = 5j
    return out[0], out[-1], len(out), sum(out)


def comprehension(n):
    zs = [complex(i, 1) for i in range(n)]
    return sum([z * z for z in zs]), zs[-1], max([abs(z) for z in zs])


def to_array(n):
    return np.array([complex(i, 1) for i in range(n)])


def widened(x):
    out = [1j]
    out.append(x)
    out.insert(0, 2j)
    return out[0], out[1], out[2], 1j in out, out.index(1j)


def strong(z, n):
    out = []
    for i in range(n):
        out.append(z * i)
    return out[n - 1], out.pop(), len(out)


def a_set(z):
    s = {1j, 2j, z}
    return len(s), z in s, 3 in s


# run: made(4)
# run: comprehension(5)
# run: to_array(3)
# run: widened(3 + 1j)
# run: strong(np.complex64(1 + 2j), 3)
# run: strong(2.5j, 2)
# run: a_set(3j)
# run: a_set(1j)
