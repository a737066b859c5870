# A name that is defined nowhere.
def f(x: int):
    return x + foo  # error[unknown-name]: `foo`
