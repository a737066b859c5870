# Reading a variable that no path has assigned raises where it is read.
def on_a_path(c):
    if c:
        y = 1
    return y


def before_assignment(x):
    z = y + x
    y = 1
    return z


def loop_variable(n):
    for i in range(n):
        pass
    return i


def shadows_global(x):
    r = abs(x)
    return r


def in_else(n):
    for k in range(n):
        if k == 2:
            found = k
            break
    else:
        pass
    return found


# run: on_a_path(True)
# raises: UnboundLocalError
# run: on_a_path(False)
# raises: UnboundLocalError: cannot access local variable 'y' where it is not associated with a value
# run: before_assignment(1)
# run: loop_variable(3)
# raises: UnboundLocalError: cannot access local variable 'i' where it is not associated with a value
# run: loop_variable(0)
# run: shadows_global(-3)
# run: in_else(5)
# raises: UnboundLocalError
# run: in_else(2)
