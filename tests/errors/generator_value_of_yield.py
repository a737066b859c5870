# Nothing can be sent to a generator.
def items(n):
    got = yield n  # error[unsupported]: the value of `yield`
    yield got


def f(n: int):
    s = 0
    for x in items(n):
        s += x
    return s
