# Python numbers raise ZeroDivisionError, each operator with its own message.


def divide(x, y):
    return x / y


def floor_divide(x, y):
    return x // y


def modulo(x, y):
    return x % y


# raises: ZeroDivisionError: division by zero
# run: divide(1, 0)
# raises: ZeroDivisionError: float division by zero
# run: divide(1.0, 0.0)
# raises: ZeroDivisionError: float division by zero
# run: divide(1, 0.0)
# raises: ZeroDivisionError: integer division or modulo by zero
# run: floor_divide(1, 0)
# raises: ZeroDivisionError: float floor division by zero
# run: floor_divide(1.0, 0.0)
# raises: ZeroDivisionError: integer modulo by zero
# run: modulo(1, 0)
# raises: ZeroDivisionError: float modulo
# run: modulo(1.0, -0.0)
# run: divide(0, 5)
# run: modulo(0, 5)
