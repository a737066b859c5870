# A misspelt local variable: the similar one is named.
def f(x: int):
    total = x * 2
    return totl + 1  # error[unknown-name]: `totl` … `total`
