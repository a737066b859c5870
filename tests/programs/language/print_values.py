# What print writes comes out after the call, also when the function raises.


def values(n, x, s, b):
    print(n, x, s, b, None, (1, x, s), [2.5, s])
    print()
    print("a", "b", sep="", end="")
    print("c", n, sep=", ", end=".\n")
    return n


def loop(n):
    for i in range(n):
        print("line", i, i / 4)


def fails(n):
    print("before", n)
    if n > 2:
        raise ValueError(f"too large: {n}")
    print("after")
    return n * 2


def much(n):
    for i in range(n):
        print(i, "abcdefghijklmnopqrstuvwxyz" * 4)
    return n


# run: values(3, 1.5, "häß", True)
# run: values(-9223372036854775808, float("nan"), "it's", False)
# run: loop(0)
# run: loop(3)
# run: fails(1)
# raises: ValueError: too large: 3
# run: fails(3)
# run: much(300)
