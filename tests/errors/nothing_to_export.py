# A file in which no function has types.
# error[nothing-to-export]:
# warning[untyped-functions]: `f`
def f(x):
    return x + 1
