# Each call has a function of a new type.
def count(n, k):
    if n == 0:
        return k(0)
    return count(n - 1, lambda x: k(x + 1))  # error[too-large]: functions call each other with ever new types


def f(n: int):
    return count(n, lambda x: x)


# error[too-large]: functions call each other with ever new types
