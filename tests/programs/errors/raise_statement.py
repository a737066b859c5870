# `raise` with builtin exception types and messages.


def check(x):
    if x < 0:
        raise ValueError("x must not be negative")
    if x == 0:
        raise ZeroDivisionError("x is zero")
    if x > 1000:
        raise OverflowError("x is too large: 1000 is the limit")
    return 100 // x


def bare(x):
    if x > 1:
        raise ValueError
    if x > 0:
        raise IndexError()
    return x


def quotes(x):
    if x:
        raise RuntimeError("it's {not} a \"format\" string: 100%\n\tüß∑")
    return x


# raises: ValueError: x must not be negative
# run: check(-1)
# raises: ZeroDivisionError: x is zero
# run: check(0)
# raises: OverflowError: x is too large: 1000 is the limit
# run: check(2000)
# run: check(7)
# raises: ValueError
# run: bare(2)
# raises: IndexError
# run: bare(1)
# run: bare(0)
# raises: RuntimeError
# run: quotes(1)
