# Unhashable member of set.
def f(n: int):
    s = set()
    s.add([n])  # error[type-mismatch]: unhashable type: 'list'
    return len(s)
