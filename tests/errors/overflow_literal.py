# A literal that no 64-bit integer holds.
def f(x: int):
    return x + 9223372036854775808  # error[overflow]: 9223372036854775808
