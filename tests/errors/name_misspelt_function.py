# Name misspelt function.
def compute(x):
    return x


def f(n: int):
    return compuet(n)  # error[unknown-name]: name 'compuet' is not defined
