# A result that is declared as one of several types and is another.
def f(x: float) -> int | None:  # error[type-mismatch]: `f` returns `float`, which its declared result does not allow
    return x
