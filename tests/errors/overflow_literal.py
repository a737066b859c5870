# A literal that no 64-bit integer holds.
def f(x: int):
    return x + 9223372036854775808  # error[overflow]: does not fit 64 bits
