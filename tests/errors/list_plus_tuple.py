# List plus tuple.
def f(n: int):
    a = [n]
    a.append(1)
    return len(a + (1, 2))  # error[type-mismatch]: unsupported operand type(s) for +: 'list[int]' and '(int, int)'
