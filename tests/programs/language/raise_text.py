# Messages that are made at run time, caught, kept and raised again.


def told(x):
    if x > 3:
        raise ValueError(f"{x} is too large")
    return x


# run: told(3)
# raises: ValueError
# run: told(4)


def again(x):
    try:
        return told(x)
    except ValueError:
        raise


# raises: ValueError
# run: again(40)


def safe(x):
    try:
        return told(x)
    except ValueError:
        return -1


# run: safe(2)
# run: safe(4)


def object_again(x):
    try:
        return told(x)
    except ValueError as e:
        y = safe(x + 1) + safe(x * x)
        raise e


# raises: ValueError
# run: object_again(12345)


def replaced(x):
    try:
        return told(x)
    except ValueError:
        raise KeyError(f"key {x}")


# raises: KeyError
# run: replaced(5)


def last_of(x, n):
    for k in range(n):
        try:
            told(x + k)
        except ValueError as e:
            if k == n - 1:
                raise
    return n


# run: last_of(-10, 3)
# raises: ValueError
# run: last_of(2, 4)


def in_finally(x, out):
    try:
        return told(x)
    finally:
        out[0] = safe(x + 7)


# run: in_finally(1, np.zeros(1))
# raises: ValueError
# run: in_finally(11, np.zeros(1))
