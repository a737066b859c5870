# Two functions that call each other.


def is_even(n):
    if n == 0:
        return True
    return is_odd(n - 1)


def is_odd(n):
    if n == 0:
        return False
    return is_even(n - 1)


# run: is_even(10)
# run: is_even(7)
# run: is_odd(7)
# run: is_odd(0)
