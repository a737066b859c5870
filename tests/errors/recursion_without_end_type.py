# Recursion without end type.
# error[cannot-merge-types]: the function returns int on one path and (int, int) on another, which have no common type
def f(n: int):
    if n == 0:
        return 0
    return (f(n - 1), n)
