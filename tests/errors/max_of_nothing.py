# Max of nothing.
def f(n: int):
    return max()  # error[raises-always]: max() arg is an empty sequence
