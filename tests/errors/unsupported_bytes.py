# Unsupported bytes.
def f(n: int):
    return b"abc"[n]  # error[unsupported]: a bytes literal is not supported yet
