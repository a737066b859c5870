# Call a string.
def f(n: int):
    name = "f"
    return name(n)  # error[type-mismatch]: 'str' object is not callable
