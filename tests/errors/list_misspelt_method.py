# List misspelt method.
def f(n: int):
    a = [n]
    a.apend(3)  # error[unknown-attribute]: 'list[int]' object has no attribute 'apend'
    return a[0]
