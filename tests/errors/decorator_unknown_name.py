# Decorator unknown name.
@fast  # error[unsupported]: the decorator `fast` is not supported yet
def f(n: int):
    return n
