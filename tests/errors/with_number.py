# With number.
def f(n: int):
    with n:  # error[unsupported]: `with` is not supported yet
        return 1
