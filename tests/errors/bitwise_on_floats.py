# Floats have no bitwise operators.
def f(x: float, y: float):
    return x & y  # error[type-mismatch]: `&`
