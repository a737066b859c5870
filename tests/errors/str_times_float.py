# Str times float.
def f(x: float):
    return "a" * x  # error[type-mismatch]: can't multiply sequence by non-int of type 'float'
