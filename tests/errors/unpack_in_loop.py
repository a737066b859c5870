# Unpack in loop.
def f(n: int):
    pairs = [(1, 2)]
    pairs.append((3, 4))
    for a, b, c in pairs:  # error[type-mismatch]: not enough values to unpack (expected 3, got 2)
        n += a
    return n
