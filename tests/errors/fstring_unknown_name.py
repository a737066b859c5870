# Fstring unknown name.
def f(n: int):
    return f"{totl}"  # error[unknown-name]: name 'totl' is not defined
