# Attribute of function.
def f(n: int):
    return f.cache  # error[unknown-attribute]: `function` has no attribute `cache`
