# Unsupported os.
import os


def f(n: int):
    return os.getcwd()  # error[unsupported]: `os`, imported here, is not supported yet
