# Something that has no name cannot be deleted.
def f(x: int):
    t = (x, x)
    del t[0]  # error[type-mismatch]: object doesn't support item deletion
    return t
