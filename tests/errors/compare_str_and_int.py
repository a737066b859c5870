# Compare str and int.
def f(n: int):
    return "a" < n  # error[type-mismatch]: '<' not supported between instances of 'str' and 'int'
