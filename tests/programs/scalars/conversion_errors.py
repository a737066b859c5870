# `int` of NaN, of infinity and of what does not fit.


def to_int(x):
    return int(x)


# raises: ValueError: cannot convert float NaN to integer
# run: to_int(math.nan)
# raises: OverflowError: cannot convert float infinity to integer
# run: to_int(math.inf)
# raises: OverflowError: cannot convert float infinity to integer
# run: to_int(-math.inf)
# differs: a Python int has 64 bits
# raises: OverflowError
# run: to_int(1e19)
# differs: a Python int has 64 bits
# raises: OverflowError
# run: to_int(9223372036854775808.0)
# run: to_int(-9223372036854775808.0)
# run: to_int(9223372036854774784.0)
