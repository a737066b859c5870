# Unsupported time.
import time


def f(n: int):
    return time.time()  # error[unsupported]: `time`, imported here, is not supported yet
