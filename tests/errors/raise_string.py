# Raise string.
def f(n: int):
    raise "wrong"  # error[type-mismatch]: exceptions must derive from BaseException
