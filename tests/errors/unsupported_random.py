# Unsupported random.
import random


def f(n: int):
    return random.randint(0, n)  # error[unsupported]: `random`, imported here, is not supported yet
