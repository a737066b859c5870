# List plus int.
def f(n: int):
    a = [n]
    a.append(1)
    return len(a + 1)  # error[type-mismatch]: unsupported operand type(s) for +: 'list[int]' and 'int'
