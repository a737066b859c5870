# In the second round of the loop nothing is left of the generator.
def f(n: int):
    g = (x for x in range(n))
    s = 0
    for k in range(3):
        s += sum(g)  # error[unsupported]: this generator is gone over more than once
    return s
