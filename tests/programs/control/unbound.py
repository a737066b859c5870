# A variable that no path assigned raises UnboundLocalError.


def maybe(x):
    if x > 0:
        y = x * 2
    return y


def loop_only(n):
    for i in range(n):
        last = i * i
    return last


def deleted_path(x):
    if x < 0:
        a = 1.5
    elif x == 0:
        a = 2.5
    else:
        b = 1.0
    return a


# run: maybe(3)
# raises: UnboundLocalError: cannot access local variable 'y' where it is not associated with a value
# run: maybe(-3)
# run: loop_only(4)
# raises: UnboundLocalError: cannot access local variable 'last' where it is not associated with a value
# run: loop_only(0)
# run: deleted_path(-1)
# raises: UnboundLocalError: cannot access local variable 'a' where it is not associated with a value
# run: deleted_path(1)
