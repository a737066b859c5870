# Name null.
def f(n: int):
    return null  # error[unknown-name]: name 'null' is not defined
