# What arithmetic and conversions of numbers raise.
import math


def floor_divide(a, b):
    return a // b


# raises: ZeroDivisionError
# run: floor_divide(1, 0)
# raises: ZeroDivisionError
# run: floor_divide(1.5, 0.0)
# raises: ZeroDivisionError
# run: floor_divide(1.5, 0)


def true_divide(a, b):
    return a / b


# raises: ZeroDivisionError
# run: true_divide(1, 0)
# raises: ZeroDivisionError
# run: true_divide(1.0, 0.0)
# raises: ZeroDivisionError
# run: true_divide(True, False)


def modulo(a, b):
    return a % b


# raises: ZeroDivisionError
# run: modulo(1, 0)
# raises: ZeroDivisionError
# run: modulo(1.0, 0.0)


def both(a, b):
    q, r = divmod(a, b)
    return q + r


# raises: ZeroDivisionError
# run: both(1, 0)
# raises: ZeroDivisionError
# run: both(1.0, 0.0)


def power(a, b):
    return a**b


# raises: ZeroDivisionError
# run: power(0.0, -1.0)
# raises: OverflowError
# run: power(10.0, 400.0)


def shift(a, b):
    return a << b


# raises: ValueError
# run: shift(1, -1)


def shift_right(a, b):
    return a >> b


# raises: ValueError
# run: shift_right(1, -1)


def to_int(x):
    return int(x)


# raises: ValueError
# run: to_int(float("nan"))
# raises: OverflowError
# run: to_int(float("inf"))
# raises: OverflowError
# run: to_int(-float("inf"))


def rounded(x):
    return round(x)


# raises: ValueError
# run: rounded(float("nan"))
# raises: OverflowError
# run: rounded(float("inf"))


def floor_of(x):
    return math.floor(x)


# raises: ValueError
# run: floor_of(float("nan"))
# raises: OverflowError
# run: floor_of(float("inf"))


def root(x):
    return math.sqrt(x)


# raises: ValueError
# run: root(-1.0)


def logarithm(x):
    return math.log(x)


# raises: ValueError
# run: logarithm(0.0)
# raises: ValueError
# run: logarithm(-1.0)


def exponential(x):
    return math.exp(x)


# raises: OverflowError
# run: exponential(1000.0)


def arc(x):
    return math.acos(x)


# raises: ValueError
# run: arc(2.0)


def gamma_like(n):
    return math.factorial(n)


# raises: ValueError
# run: gamma_like(-1)


def in_expression(a, b, c):
    y = a + 1
    z = y * (b // c) + y
    return z


# raises: ZeroDivisionError
# run: in_expression(1, 2, 0)


def over_lines(a, b):
    return (
        a
        + b
        // (b - b)
    )


# raises: ZeroDivisionError
# run: over_lines(1, 2)


def in_condition(a, b):
    if a > 0 and a // b > 1:
        return 1
    return 0


# run: in_condition(0, 0)
# raises: ZeroDivisionError
# run: in_condition(1, 0)


def in_conditional(a, b):
    return a // b if b >= 0 else -1


# run: in_conditional(1, -1)
# raises: ZeroDivisionError
# run: in_conditional(1, 0)


def in_argument(a, b):
    return max(a, min(3, a % b))


# raises: ZeroDivisionError
# run: in_argument(1, 0)


def augmented(a, b):
    c = a
    c //= b
    return c


# raises: ZeroDivisionError
# run: augmented(1, 0)


def modulo_augmented(a, b):
    c = a
    c %= b
    return c


# raises: ZeroDivisionError
# run: modulo_augmented(1.0, 0.0)


def integer_power(a, b):
    return a ** b


# raises: ValueError
# run: integer_power(np.int64(2), np.int64(-1))


def array_power(x, n):
    return x ** n


# raises: ValueError
# run: array_power(np.array([1, 2]), -1)
