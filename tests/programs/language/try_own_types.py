# Exception types of the program derive from Python's, and are caught as themselves or as their bases.


class SolverError(Exception):
    """Something went wrong in a solver."""


class NotConverged(SolverError):
    pass


class BadIndex(SolverError, IndexError):
    pass


class Negative(ValueError): ...


def solve(x, n):
    for k in range(n):
        y = 0.5 * (x + 2.0 / x)
        if abs(y - x) < 1e-12:
            return y
        x = y
    raise NotConverged("too few steps")


# run: solve(1.0, 50)
# raises: NotConverged
# run: solve(1.0, 2)


def safe(x, n):
    try:
        return solve(x, n)
    except SolverError:
        return -1.0


# run: safe(1.0, 50)
# run: safe(1.0, 2)


def kinds(n):
    try:
        if n == 0:
            raise SolverError
        if n == 1:
            raise NotConverged("no")
        if n == 2:
            raise Negative("negative")
        if n == 3:
            raise KeyError("x")
    except NotConverged:
        return "a" == "a"
    except Negative:
        return False
    except LookupError:
        raise Negative("lookup") from None
    return True


# run: kinds(1)
# run: kinds(2)
# run: kinds(4)
# raises: SolverError
# run: kinds(0)
# raises: Negative
# run: kinds(3)


def order(n):
    try:
        if n > 0:
            raise Negative
        return 0
    except ValueError:
        return 1
    except Negative:
        return 2


# run: order(0)
# run: order(1)
