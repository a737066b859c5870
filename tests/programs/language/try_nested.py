# `try` inside of `try`, in handlers, and exceptions that pass through functions.


def inner(x, i):
    return x[i]


def outer(x, i):
    try:
        return inner(x, i)
    except IndexError:
        return -1


# run: outer(np.arange(3), 2)
# run: outer(np.arange(3), 3)


def two(x, i):
    try:
        try:
            return x[i]
        except ValueError:
            return -1
    except IndexError:
        return -2


# run: two(np.arange(3), 2)
# run: two(np.arange(3), 3)


def in_handler(x, i):
    try:
        return x[i]
    except IndexError:
        try:
            return x[i - 1]
        except IndexError:
            return -2


# run: in_handler(np.arange(3), 2)
# run: in_handler(np.arange(3), 3)
# run: in_handler(np.arange(3), 4)


def again(x, i):
    try:
        return x[i]
    except IndexError:
        raise


# run: again(np.arange(3), 2)
# raises: IndexError
# run: again(np.arange(3), 4)


def again_after_another(x, i):
    try:
        return x[i]
    except IndexError:
        try:
            x[0] = x[i + 10]
        except IndexError:
            x[0] = -1
        raise


# run: again_after_another(np.arange(3), 2)
# raises: IndexError
# run: again_after_another(np.arange(3), 4)


def another(x, i):
    try:
        return x[i]
    except IndexError:
        raise ValueError("index") from None


# raises: ValueError
# run: another(np.arange(3), 4)


def object_again(x, i):
    try:
        return x[i]
    except IndexError as e:
        outer(x, 77)
        raise e


# run: object_again(np.arange(3), 1)
# raises: IndexError
# run: object_again(np.arange(3), 4)


def from_object(x, i):
    try:
        return x[i]
    except IndexError as e:
        raise ValueError("index") from e


# raises: ValueError
# run: from_object(np.arange(3), 4)


def gone(x, i):
    try:
        return x[i]
    except IndexError as e:
        pass
    return e


# raises: UnboundLocalError
# run: gone(np.arange(3), 4)


def recursive(n):
    try:
        if n == 0:
            raise ValueError("bottom")
        return recursive(n - 1) + 1
    except ValueError:
        if n < 3:
            raise
        return n * 100


# run: recursive(10)
# raises: ValueError
# run: recursive(2)


def deep(n):
    return deep(n + 1) + 1


def too_deep(k):
    count = 0
    for i in range(k):
        try:
            deep(0)
        except RecursionError:
            count += 1
    return count


# run: too_deep(3)


def exception_in_else(x, i):
    try:
        a = x[0]
    except IndexError:
        return -1
    else:
        return a + x[i]


# run: exception_in_else(np.arange(3), 2)
# raises: IndexError
# run: exception_in_else(np.arange(3), 3)
