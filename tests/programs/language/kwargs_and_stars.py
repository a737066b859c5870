# `*args` and `**kwargs`: taken, asked, passed on; parameters by position or by keyword only.
def total(**kwargs):
    t = 0
    for name, value in kwargs.items():
        t += value
    return t + kwargs.get("z", 100)


def totals():
    return total(a=1, b=2), total(z=5), total()


def target(a, b=2, *, c=3):
    return a * 100 + b * 10 + c


def forward(*args, **kwargs):
    return target(*args, **kwargs)


def forwards():
    return forward(1), forward(1, 5), forward(1, c=9), forward(b=7, a=4)


def only(a, b, /, c, *, d):
    return a - b + c * d


def calls(x):
    return only(x, 1, 2, d=3), only(x, 1, c=2, d=3)


def asks(**options):
    if "scale" in options:
        return options["scale"] * 2
    return len(options)


def asked():
    return asks(scale=4), asks(a=1, b=2), asks()


def mixed(first, *rest, k=1, **more):
    return first + len(rest) * k + len(more)


def mix():
    return mixed(1), mixed(1, 2, 3), mixed(1, 2, k=5), mixed(1, *(2, 3), x=1, y=2)


# run: totals()
# run: forwards()
# run: calls(10)
# run: asked()
# run: mix()
