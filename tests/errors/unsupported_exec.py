# Unsupported exec.
def f(n: int):
    exec("n = 1")  # error[unsupported]: `exec` cannot be compiled ahead of time: it runs text as a program
    return n
