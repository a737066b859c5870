# A constant expression that no 64-bit integer holds.
def f(x: int):
    return x + 2**64  # error[overflow]:
