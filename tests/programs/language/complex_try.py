# Exceptions of complex arithmetic are caught, and names assigned in `try` are complex.
import cmath


def inverse(z):
    try:
        w = 1 / z
    except ZeroDivisionError:
        w = 7j
    return w


def power(z, n):
    try:
        return z**n
    except ZeroDivisionError:
        return -1j
    except OverflowError:
        return -2j


def log(z):
    done = 0
    try:
        w = cmath.log(z)
        done = 1
    except ValueError:
        w = complex(-1, done)
    finally:
        done += 10
    return w, done


def reraised(z):
    w = 0j
    try:
        w = z * 2
        w = w / (z - z)
    except ZeroDivisionError:
        if z == 1j:
            raise
        w += 1
    return w


# run: inverse(2j)
# run: inverse(0j)
# run: power(0j, -2)
# run: power(1e200 + 1j, 3.5)
# run: power(2j, 3)
# run: log(0)
# run: log(1)
# run: reraised(2 + 0j)
# raises: ZeroDivisionError: complex division by zero
# run: reraised(1j)
