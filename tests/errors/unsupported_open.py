# Unsupported open.
def f(n: int):
    with open("data.txt") as file:  # error[unsupported]: `with` is not supported yet
        n += 1
    return n
