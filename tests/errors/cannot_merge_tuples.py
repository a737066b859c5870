# Tuples of different lengths do not merge.
# error[cannot-merge-types]: `t`
def f(n: int):
    if n > 0:
        t = (1, 2)
    else:
        t = (1, 2, 3)
    return t
