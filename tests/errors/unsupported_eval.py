# Unsupported eval.
def f(n: int):
    return eval("n + 1")  # error[unsupported]: `eval` cannot be compiled ahead of time: it runs text as a program
