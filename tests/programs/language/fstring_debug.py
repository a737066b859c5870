# f"{x=}" shows the expression.


def shown(x, s):
    return f"{x=}", f"{s=}", f"{x + 1 = }", f"{x=:.2f}", f"{s=!s}", f"{ s = :>5}", f"a {x=} b {s=}"


# run: shown(1.5, "a")
# run: shown(3, "it's")
