# Functions that call each other around; the depth of all counts, and an exception gives it back.
def is_even(n):
    if n == 0:
        return True
    return is_odd(n - 1)


def is_odd(n):
    if n == 0:
        return False
    return is_even(n - 1)


def a(n):
    return b(n - 1) + 0.5 if n > 0 else 0.0


def b(n):
    return c(n - 1) + 1 if n > 0 else 0.0


def c(n):
    return a(n - 1) * 2 if n > 0 else 0.0


def caught(n):
    deep = 0
    for k in range(3):
        try:
            is_even(n)
        except RecursionError:
            deep += 1
    return deep, is_even(500)


# run: is_even(10)
# run: is_even(901)
# differs: the frames of what calls the program do not count
# raises: RecursionError: maximum recursion depth exceeded
# run: is_even(1100)
# differs: the frames of what calls the program do not count
# raises: RecursionError: maximum recursion depth exceeded
# run: is_odd(100000)
# run: a(0)
# run: a(10)
# run: caught(2000)
# run: caught(20)
