# What a signature makes of a result is no work of the `try` around `return`.


def f(x: "int64") -> "int8":
    try:
        return x * 2
    except OverflowError:
        return -1


# differs: the result has the declared type
# expect: np.int8(10)
# run: f(np.int64(5))
# differs: the result has to fit the declared type
# raises: OverflowError: result 1000 does not fit the declared type int8
# run: f(np.int64(500))


def g(x: "int64", out: "int64[:]") -> "int8":
    try:
        return x * 2
    finally:
        out[0] += 1


# differs: the result has the declared type
# expect: np.int8(10)
# run: g(np.int64(5), np.zeros(1, np.int64))
