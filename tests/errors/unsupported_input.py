# Unsupported input.
def f(n: int):
    return int(input())  # error[unsupported]: `input` cannot be compiled ahead of time
