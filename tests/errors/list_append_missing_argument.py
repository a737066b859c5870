# List append missing argument.
def f(n: int):
    a = [n]
    a.append()  # error[wrong-arguments]: append() missing 1 required positional argument: 'x'
    return a[0]
