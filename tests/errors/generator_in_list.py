# Generator in list.
def count(n):
    for i in range(n):
        yield i


def f(n: int):
    gens = []
    gens.append(count(n))  # error[unsupported]: storing generator in a list or an object is not supported yet
    return len(gens)
