# A compound statement without its colon.
def f(x: int)  # error[syntax-error]:
    return x
