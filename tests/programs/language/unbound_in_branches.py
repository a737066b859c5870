# Names that are bound on some paths only raise UnboundLocalError where they are read.


def maybe(n):
    if n > 0:
        x = [n]
    return x


def in_try(n):
    try:
        y = 10 // n
    except ZeroDivisionError:
        pass
    return y


def in_loop(n):
    for i in range(n):
        z = i * i
    return z


# run: maybe(3)
# raises: UnboundLocalError
# run: maybe(0)
# run: in_try(2)
# raises: UnboundLocalError
# run: in_try(0)
# run: in_loop(3)
# raises: UnboundLocalError
# run: in_loop(0)
