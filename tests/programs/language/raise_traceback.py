# Tracebacks name every call that an exception came through, also those that caught it and raised it again.


def inner(x, i):
    return x[i]


def middle(x, i):
    y = inner(x, i)
    return y + 1


def outer(x, i):
    return middle(x, i) * 2


# run: outer(np.arange(3), 2)
# raises: IndexError
# run: outer(np.arange(3), 3)


def again(x, i):
    try:
        return middle(x, i)
    except IndexError:
        raise


# raises: IndexError
# run: again(np.arange(3), 3)


def object_again(x, i):
    try:
        return middle(x, i)
    except IndexError as e:
        y = safe(x, 99)
        raise e


def safe(x, i):
    try:
        return outer(x, i)
    except LookupError:
        return -1


# raises: IndexError
# run: object_again(np.arange(3), 3)


def through(x, i):
    return object_again(x, i) + safe(x, 100)


# raises: IndexError
# run: through(np.arange(3), 3)


def with_finally(x, i, out):
    try:
        return middle(x, i)
    finally:
        out[0] = safe(x, i + 5)


# raises: IndexError
# run: with_finally(np.arange(3), 3, np.zeros(1))


def another(x, i):
    try:
        return middle(x, i)
    except IndexError:
        raise ValueError("no such index")


def calls_another(x, i):
    a = safe(x, 1000)
    return another(x, i) + a


# raises: ValueError
# run: calls_another(np.arange(3), 3)


def down(n):
    if n == 0:
        raise ValueError("bottom")
    return down(n - 1)


# raises: ValueError
# run: down(12)


def division(a, b):
    return a // b


def calls_division(a, b):
    return division(
        a,
        b,
    )


# run: calls_division(7, 2)
# raises: ZeroDivisionError
# run: calls_division(7, 0)
