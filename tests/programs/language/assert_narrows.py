# `assert` with and without a message; what it shows is known after it.
def positive(x):
    assert x > 0, "x must be positive"
    return x


def plain(x):
    assert x > 0
    return x


def tuple_is_true(x):
    assert (x, "this is a tuple")
    return x


def narrows(n):
    best = None
    for i in range(n):
        if i % 4 == 3:
            best = i
    assert best is not None, "nothing found"
    return best + 1


# run: positive(1)
# raises: AssertionError: x must be positive
# run: positive(-1)
# run: plain(2)
# raises: AssertionError
# run: plain(0)
# run: tuple_is_true(0)
# run: narrows(5)
# raises: AssertionError: nothing found
# run: narrows(2)
