# `**` at its edges: zero to a negative power, overflow, negative exponents that only a run knows.


def power(x, y):
    return x**y


# raises: ZeroDivisionError: 0.0 cannot be raised to a negative power
# run: power(0.0, -1.0)
# raises: OverflowError: (34, 'Numerical result out of range')
# run: power(10.0, 400.0)
# run: power(1.0, math.nan)
# run: power(math.nan, 0.0)
# run: power(0.5, 2000.0)
# run: power(-math.inf, 3.0)
# run: power(math.inf, -1.0)
# differs: a Python int has 64 bits
# raises: OverflowError
# run: power(2, 63)
# run: power(-2, 63)
# differs: a negative exponent that only the run knows raises
# raises: ValueError
# run: power(2, -1)
