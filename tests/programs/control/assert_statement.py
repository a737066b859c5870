# `assert` raises AssertionError with its message or with none.


def positive(x):
    assert x > 0
    return x


def checked(x):
    assert x < 100, "too large"
    return x * 2


# run: positive(1)
# raises: AssertionError
# run: positive(0)
# run: checked(5)
# raises: AssertionError: too large
# run: checked(100)
