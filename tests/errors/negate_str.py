# Negate str.
def f(n: int):
    return -"a"  # error[type-mismatch]: bad operand type for unary -: 'str'
