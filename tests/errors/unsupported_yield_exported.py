# Unsupported yield exported.
def f(n: int):
    for i in range(n):
        yield i  # error[unsupported]: a generator runs in the loop that goes over it: here there is none
