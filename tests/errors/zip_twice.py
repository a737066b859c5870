# `zip` under a name gives its items once.
def f(n: int):
    pairs = zip(range(n), range(n))
    s = 0
    for a, b in pairs:
        s += a * b
    for a, b in pairs:  # error[unsupported]: this generator is gone over more than once
        s += a
    return s
