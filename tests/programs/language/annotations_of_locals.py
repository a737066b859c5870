# Annotations of variables, also without a value; docstrings and `pass`.
def use(x: int) -> float:
    """Docstrings say nothing to the compiler."""
    y: float
    z: int = 3
    if x > 0:
        y = 1.5
    else:
        y = 2.5
    pass
    ...
    return x * y + z


def not_bound(x):
    y: int
    return y


# run: use(2)
# run: use(-2)
# raises: UnboundLocalError: cannot access local variable 'y' where it is not associated with a value
# run: not_bound(1)
