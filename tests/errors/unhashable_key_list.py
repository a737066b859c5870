# Unhashable key list.
def f(n: int):
    d = {}
    d[[1, 2]] = n  # error[type-mismatch]: unhashable type: 'list'
    return len(d)
