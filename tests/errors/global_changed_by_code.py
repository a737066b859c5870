# A global that code at the top level changes has another value than its expression.

SQUARES = [0] * 4
for i in range(4):
    SQUARES[i] = i * i

COUNT = 1
COUNT += 1


def square(k: int):
    return SQUARES[k]  # error[unsupported]: the global `SQUARES` is changed at the top level … changed here … pass it as an argument


def count():
    return COUNT  # error[unsupported]: the global `COUNT` is changed at the top level
