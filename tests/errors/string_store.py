# String store.
def f(n: int):
    s = "abc"
    s[0] = "x"  # error[type-mismatch]: 'str' object does not support item assignment
    return len(s)
