# An expression that ends too early.
def f(x: int):
    return x +  # error[syntax-error]:
