# Int plus str.
def f(n: int):
    return n + "a"  # error[type-mismatch]: unsupported operand type(s) for +: 'int' and 'str'
