# Complex floor.
def f(n: int):
    return (1j * n) // 2  # error[type-mismatch]: unsupported operand type(s) for //: 'complex' and 'int'
