# Annotation any.
from typing import Any


def f(a: Any):  # error[unsupported]: a parameter of any type is not supported yet
    return a
