# Recursion without end raises RecursionError, after which the module still works.


def forever(n):
    return forever(n + 1) + 1


def depth(n):
    if n == 0:
        return 0
    return depth(n - 1) + 1


# raises: RecursionError
# run: forever(0)
# run: depth(500)
# run: depth(0)
