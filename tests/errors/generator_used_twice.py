# Generator used twice.
# error[unsupported]: this generator is gone over more than once, and only the first time gives its items
def f(n: int):
    squares = (i * i for i in range(n))
    return sum(squares) + sum(squares)
