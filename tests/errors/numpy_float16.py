# A dtype that NumPy has and npc does not.
import numpy as np


def f(n: int):
    return np.zeros(n, dtype=np.float16)  # error[unsupported]: float16
