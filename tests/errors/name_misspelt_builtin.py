# Name misspelt builtin.
def f(n: int):
    return lenght(n)  # error[unknown-name]: name 'lenght' is not defined
