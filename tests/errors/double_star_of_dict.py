# Double star of dict.
def scale(value, factor=2):
    return value * factor


def f(n: int):
    options = {"factor": 3}
    return scale(n, **options)  # error[unsupported]: `**` of anything but the parameter `**kwargs` is not supported yet
