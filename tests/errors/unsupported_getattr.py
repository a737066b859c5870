# Unsupported getattr.
def f(x: float):
    return getattr(x, "real")  # error[unsupported]: `getattr` cannot be compiled ahead of time
