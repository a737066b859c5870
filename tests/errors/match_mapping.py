# Patterns of mappings are not compiled.
def f(x: int):
    match x:
        case {"a": y}:  # error[unsupported]: a pattern of a mapping
            return y
    return 0
