# Unsupported globals.
def f(n: int):
    return globals()  # error[unsupported]: `globals` cannot be compiled ahead of time
