# Attribute of none.
def f(n: int):
    a = None
    return a.shape  # error[unknown-attribute]: `None` has no attribute `shape`
