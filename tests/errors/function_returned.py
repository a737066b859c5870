# Functions stay in the module.
def f(n: int):  # error[unsupported]: `f` returns a function … call it inside
    def g(x):
        return x + n

    return g
