# Raise unknown.
def f(n: int):
    raise ValueErorr("wrong")  # error[unknown-name]: name 'ValueErorr' is not defined
