# List unknown method.
def f(n: int):
    a = [n]
    a.push(3)  # error[unknown-attribute]: 'list[int]' object has no attribute 'push'
    return a[0]
