# A keyword as a name.
def f(x: int):
    class = 3  # error[syntax-error]:
    return x
