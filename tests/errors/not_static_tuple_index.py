# A tuple of several types needs an index that is known.
def f(i: int):
    t = (1, 2.5, True)
    return t[i]  # error[not-static]: index
