# `try` and `except`: by type, by a tuple of types, by a base, by anything; the first handler that fits runs.


def divide(a, b):
    try:
        return a // b
    except ZeroDivisionError:
        return -1


# run: divide(7, 2)
# run: divide(7, 0)


def at(x, i):
    try:
        y = x[i]
    except IndexError:
        y = -1.0
    return y


# run: at(np.arange(5.0), 3)
# run: at(np.arange(5.0), -3)
# run: at(np.arange(5.0), 5)
# run: at(np.arange(0.0), 0)
# run: at(np.arange(10.0)[::-2], 4)
# run: at(np.arange(10.0)[::-2], -6)


def which(x, i, d):
    try:
        y = x[i] // d
        if y > 100:
            raise ValueError("large")
        if y < -100:
            raise KeyError("small")
        if y == 42:
            raise NotImplementedError
    except (IndexError, ValueError):
        return 1
    except ArithmeticError:
        return 2
    except LookupError:
        return 3
    except Exception:
        return 4
    return 0


# run: which(np.array([1, 2, 3000, -3000, 42]), 0, 1)
# run: which(np.array([1, 2, 3000, -3000, 42]), 5, 1)
# run: which(np.array([1, 2, 3000, -3000, 42]), 2, 1)
# run: which(np.array([1, 2, 3000, -3000, 42]), 3, 1)
# run: which(np.array([1, 2, 3000, -3000, 42]), 4, 1)


def uncaught(x, i):
    try:
        return x[i]
    except ValueError:
        return -1


# run: uncaught(np.arange(3), 2)
# raises: IndexError
# run: uncaught(np.arange(3), 3)


def bare(x, i):
    try:
        y = x[i]
    except:  # noqa
        y = 7
    else:
        y = y + 100
    return y


# run: bare(np.arange(3), 1)
# run: bare(np.arange(3), 3)


def code_after(n):
    total = 0
    for i in range(n):
        try:
            if i % 3 == 0:
                raise ValueError
            total += i
        except ValueError:
            total -= 1
    return total


# run: code_after(10)
# run: code_after(0)


def order(n):
    trace = 0
    try:
        trace = trace * 10 + 1
        if n > 0:
            raise KeyError
        trace = trace * 10 + 2
    except KeyError:
        trace = trace * 10 + 3
    else:
        trace = trace * 10 + 4
    return trace


# run: order(0)
# run: order(1)
