# Call a list.
def f(n: int):
    a = [n]
    return a(0)  # error[type-mismatch]: 'list[int]' object is not callable
