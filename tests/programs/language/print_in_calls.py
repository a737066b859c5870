# Functions that are called print too, in order, also in loops and before exceptions.


def inner(n):
    print("in", n)
    return n + 1


def outer(n):
    print("start")
    m = inner(inner(n))
    print("end", m)
    return m


def recursive(n):
    print("  " * n + str(n))
    if n > 0:
        recursive(n - 1)
    print("back", n)


def caught(s):
    try:
        print("trying", s)
        n = int(s)
        print("got", n)
    except ValueError as e:
        print("failed:", e)
        n = -1
    finally:
        print("done")
    return n


def division(a, b):
    print("dividing", a, "by", b)
    return a // b


# run: outer(1)
# run: recursive(3)
# run: caught("12")
# run: caught("x")
# raises: ZeroDivisionError
# run: division(1, 0)
