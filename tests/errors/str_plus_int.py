# Str plus int.
def f(n: int):
    return "a" + n  # error[type-mismatch]: can only concatenate str (not "int") to str
