# `**` passes on keyword arguments.
def g(**options):
    return len(options)


def f(x: int):
    t = (x, x)
    return g(**t)  # error[unsupported]: `**` of anything but the parameter `**kwargs`
