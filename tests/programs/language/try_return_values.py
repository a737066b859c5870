# return in try, except, else and finally: which one counts.


def from_try(n):
    try:
        return n
    finally:
        n = 100


def from_finally(n):
    try:
        if n > 0:
            raise ValueError("no")
        return 1
    except ValueError:
        return 2
    finally:
        if n > 5:
            return 3


def from_else(n):
    try:
        m = 10 // n
    except ZeroDivisionError:
        return -1
    else:
        return m
    finally:
        n = 0


# run: from_try(7)
# run: from_finally(0)
# run: from_finally(1)
# run: from_finally(9)
# run: from_else(3)
# run: from_else(0)
