# None plus int.
def f(n: int):
    return None + n  # error[type-mismatch]: unsupported operand type(s) for +: 'None' and 'int'
