# The exception object: its text, its type, raising it later.


def text(x, i):
    try:
        return str(x[i])
    except IndexError as e:
        return str(e)


# run: text(np.arange(3), 1)
# run: text(np.arange(3), 3)
# run: text(np.arange(3), -7)


def shown(n):
    try:
        if n == 0:
            raise ValueError
        if n == 1:
            raise ValueError("one")
        if n == 2:
            raise KeyError("two")
        if n == 3:
            raise TypeError(f"n is {n}")
        if n == 4:
            raise RuntimeError("it's {here}")
        if n == 5:
            return "no " + str(1 // (n - n))
        if n == 6:
            raise NotImplementedError("é … 漢")
        if n == 7:
            raise OSError(f"{'long ' * 20}{n}")
        assert n < 0, f"bad {n}"
    except Exception as e:
        return f"{type(e).__name__}: {e}"
    return ""


# run: shown(-1)
# run: shown(0)
# run: shown(1)
# run: shown(2)
# run: shown(3)
# run: shown(4)
# run: shown(5)
# run: shown(6)
# run: shown(7)
# run: shown(8)


def represented(n):
    try:
        if n == 0:
            raise ValueError
        if n == 1:
            raise ValueError("one")
        if n == 2:
            raise KeyError("two")
        raise TypeError(f"it's {n}")
    except Exception as e:
        return repr(e)


# run: represented(0)
# run: represented(1)
# run: represented(2)
# run: represented(3)


def name_of_class(x, i):
    try:
        return str(x[i] // i)
    except (IndexError, ZeroDivisionError) as e:
        return e.__class__.__name__


# run: name_of_class(np.arange(3), 0)
# run: name_of_class(np.arange(3), 3)


def kept(x, n):
    last = ValueError("nothing happened")
    for k in range(n):
        try:
            x[k] = x[k + 1]
        except IndexError as e:
            last = e
    raise last


# raises: ValueError
# run: kept(np.arange(3), 1)
# raises: IndexError
# run: kept(np.arange(3), 3)


def made(n):
    if n > 0:
        error = ValueError("positive")
    else:
        error = KeyError(f"{n}")
    raise error


# raises: ValueError
# run: made(1)
# raises: KeyError
# run: made(-1)


def failure(n):
    return ArithmeticError(f"failure {n}")


def raised_from_function(n):
    if n > 2:
        raise failure(n)
    return n


# run: raised_from_function(1)
# raises: ArithmeticError
# run: raised_from_function(3)


def printed(x, i):
    try:
        x[i] = 1
    except IndexError as e:
        print("caught:", e)
        print(repr(e))
    return 0


# run: printed(np.arange(3), 5)


class OwnError(ValueError):
    pass


def own(n):
    try:
        if n > 0:
            raise OwnError(f"own {n}")
        raise OwnError
    except ValueError as e:
        return type(e).__name__ + ":" + str(e)


# run: own(0)
# run: own(1)


def length(x, i):
    try:
        return x[i]
    except IndexError as e:
        message = str(e)
        if "out of bounds" in message:
            return len(message)
        raise


# run: length(np.arange(3), 77)


def deep(n):
    return deep(n + 1)


def recursion(n):
    try:
        return str(deep(n))
    except RecursionError as e:
        return type(e).__name__


# run: recursion(0)


def asked(x, i, d):
    try:
        y = x[i] // d
        if y > 10:
            raise KeyError("large")
    except Exception as e:
        if isinstance(e, IndexError):
            return 1
        if isinstance(e, (ValueError, ArithmeticError)):
            return 2
        return 3 if isinstance(e, LookupError) else 4
    return 0


# run: asked(np.array([1, 20]), 0, 1)
# run: asked(np.array([1, 20]), 1, 1)
# run: asked(np.array([1, 20]), 2, 1)
# run: asked(np.array([1, 20]), 0, 0)
