# `pass`, expression statements, functions that return nothing and bare `return`.


def nothing(x):
    pass


def early(x):
    if x > 0:
        return
    x + 1


def documented(x):
    """Return twice x."""
    return x * 2


# run: nothing(1)
# run: early(1)
# run: early(-1)
# run: documented(4)
