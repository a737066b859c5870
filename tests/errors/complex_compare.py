# Complex compare.
def f(n: int):
    return 1j < n  # error[type-mismatch]: '<' not supported between instances of 'complex' and 'int'
