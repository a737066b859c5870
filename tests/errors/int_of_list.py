# Int of list.
def f(n: int):
    a = [n]
    a.append(1)
    return int(a)  # error[type-mismatch]: the argument of a conversion must be a number, not list[int]
