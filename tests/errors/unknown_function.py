# A function that is defined nowhere.
def f(x: int):
    return frobnicate(x)  # error[unknown-name]: `frobnicate`
