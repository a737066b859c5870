# What the consumer raises must not be caught by the generator.
def items(n):
    try:
        for i in range(n):
            yield i  # error[unsupported]: `yield` inside `try`
    finally:
        n = 0


def f(n: int):
    s = 0
    for x in items(n):
        s += x
    return s
