# Len of none.
def f(n: int):
    return len(None)  # error[type-mismatch]: object of type 'None' has no len()
