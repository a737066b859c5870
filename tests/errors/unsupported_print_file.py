# Unsupported print file.
import sys


def f(n: int):
    print(n, file=sys.stderr)  # error[unsupported]: `sys`, imported here, is not supported yet
    return n
