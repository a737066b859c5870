# In Python all of these functions see the last value of the variable.
def f(n: int):
    i = n
    fs = [lambda: i for i in (1, 2, 3)]  # error[unsupported]: a function that uses the variable `i` of a comprehension … lambda i=i
    return fs[0]()
