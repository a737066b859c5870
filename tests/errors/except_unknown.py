# Except unknown.
def f(n: int):
    try:
        return 1 // n
    except ZeroDivisonError:  # error[unknown-name]: name 'ZeroDivisonError' is not defined
        return 0
