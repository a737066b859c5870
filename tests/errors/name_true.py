# Name true.
def f(n: int):
    return true  # error[unknown-name]: name 'true' is not defined
