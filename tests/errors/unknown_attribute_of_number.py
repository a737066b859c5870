# A Python float has no such attribute.
def f(x: float):
    return x.shape  # error[unknown-attribute]: `shape`
