# assert raises AssertionError with its message; the message is made only then.


def plain(n):
    assert n > 0
    return n


def told(n):
    assert n > 0, "n must be positive"
    return n


def computed(n):
    assert n < 5, f"{n} is too large by {n - 5}"
    return n


# run: plain(1)
# raises: AssertionError
# run: plain(0)
# run: told(2)
# raises: AssertionError: n must be positive
# run: told(-1)
# run: computed(4)
# raises: AssertionError: 12 is too large by 7
# run: computed(12)
