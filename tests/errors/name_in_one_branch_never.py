# Name in one branch never.
def f(n: int):
    return totall  # error[unknown-name]: name 'totall' is not defined
