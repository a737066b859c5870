# A generator gives its items once.
def f(n: int):
    g = (x * x for x in range(n))
    a = sum(g)
    return a + sum(g)  # error[unsupported]: this generator is gone over more than once … make a list of it
