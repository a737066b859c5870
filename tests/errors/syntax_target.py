# Something that cannot be assigned to.
def f(x: int):
    x + 1 = 2  # error[syntax-error]:
    return x
