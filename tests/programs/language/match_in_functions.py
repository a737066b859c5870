# `match` with returns, loops, captures that stay bound, optionals and nested statements.
def classify(n):
    for k in range(n):
        match k * k:
            case 0 | 1:
                continue
            case 4:
                kind = 1
            case big if big > 20:
                return kind, big
            case _:
                kind = 2
    return -1, n


def stays_bound(x):
    match (x, x + 1):
        case (0, y):
            pass
        case (z, y):
            y = y * 10
    return y


def optional(n):
    found = None
    if n > 0:
        found = n
    match found:
        case None:
            return -1
        case 1 | 2:
            return 0
        case k:
            return k * 2


def commands(code, a, b):
    match code, a:
        case 0, _:
            return a + b
        case 1, 0:
            return b
        case (1, n):
            return n - b
        case _:
            raise ValueError("unknown command")


# run: classify(8)
# run: classify(2)
# run: stays_bound(0)
# run: stays_bound(5)
# run: optional(0)
# run: optional(2)
# run: optional(9)
# run: commands(0, 1, 2)
# run: commands(1, 0, 2)
# run: commands(1, 5, 2)
# raises: ValueError: unknown command
# run: commands(2, 5, 2)
