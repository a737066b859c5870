# Generator subscript.
def f(n: int):
    squares = (i * i for i in range(n))
    return squares[0]  # error[type-mismatch]: 'generator' object is not subscriptable
