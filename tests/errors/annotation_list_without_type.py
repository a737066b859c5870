# Annotation list without type.
def f(a: list):  # error[unsupported]: a list is not supported yet
    return len(a)
