# Unify results int str.
def f(n: int):  # error[cannot-merge-types]: the function returns int on one path and str on another, which have no common type
    if n > 0:
        return n
    return "negative"
