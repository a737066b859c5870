# Only exceptions can be raised.
def f(x: int):
    if x < 0:
        raise 5  # error[type-mismatch]:
    return x
