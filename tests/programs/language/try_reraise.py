# A handler that raises again, another exception, or passes it on to the next level.


def inner(n):
    if n == 1:
        raise KeyError("one")
    if n == 2:
        raise ValueError("two")
    return n


def middle(n):
    try:
        return inner(n)
    except KeyError:
        raise
    except ValueError as error:
        raise RuntimeError("from two") from error


def outer(n):
    try:
        return middle(n)
    except LookupError:
        return -1
    except RuntimeError:
        return -2


# run: outer(0)
# run: outer(1)
# run: outer(2)
# raises: RuntimeError: from two
# run: middle(2)
# raises: KeyError
# run: middle(1)
