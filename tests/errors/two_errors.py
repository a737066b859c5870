# Everything that is found is reported, not just the first.
def f(x: int):
    return x + foo  # error[unknown-name]: `foo`


def g(x: float):
    return bar * x  # error[unknown-name]: `bar`
