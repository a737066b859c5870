# Lists, sets, dicts and instances with complex members as arguments and results.
from dataclasses import dataclass

import numpy as np


@dataclass
class Pole:
    at: complex
    order: int = 1


def doubled(zs):
    return [z * 2 for z in zs], sum(zs)


def table(z):
    return {1: z, 2: z * z}


def nested(z, n):
    return [(complex(i, 1), [z] * i) for i in range(n)]


def pole(z):
    return Pole(z, 2), [Pole(1j), Pole(z)]


def perhaps(z, t):
    if t:
        return z
    return None


def arrays(z, n):
    return [np.full(i + 1, z) for i in range(n)], [np.full((2, i), np.complex64(z)) for i in range(n)]


# run: doubled([1j, 2 + 0j, -1.5 + 2j])
# run: table(1 + 1j)
# run: nested(2j, 3)
# run: pole(3 - 1j)
# run: perhaps(1j, True)
# run: perhaps(1j, False)
# run: arrays(1 - 2j, 3)
