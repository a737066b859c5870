# Str unknown method.
def f(n: int):
    return "a".toUpper()  # error[unknown-attribute]: 'str' object has no attribute 'toUpper'
