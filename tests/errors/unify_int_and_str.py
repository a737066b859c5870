# Numba's "cannot unify int64 and unicode_type": both assignments are shown.
def f(n: int):
    if n > 0:
        x = 1
    else:
        x = "none"  # error[cannot-merge-types]: `x` is int on one path and str on another, which have no common type
    return x
