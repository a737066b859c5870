# A generator cannot leave the module.
def f(n: int):
    for i in range(n):
        yield i  # error[unsupported]: a generator runs in the loop that goes over it … return an array or a list
