# Assert tuple.
def f(n: int):
    assert n > 0, undefined  # error[unknown-name]: name 'undefined' is not defined
    return n
