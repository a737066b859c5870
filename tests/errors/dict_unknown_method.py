# Dict unknown method.
def f(n: int):
    d = {1: n}
    d.has_key(1)  # error[unknown-attribute]: 'dict[int, int]' object has no attribute 'has_key'
    return d[1]
