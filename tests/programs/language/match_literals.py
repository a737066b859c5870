# `match` over numbers: literals, alternatives, captures, guards.
def number(x):
    match x:
        case 0:
            return 10
        case 1 | 2:
            return 20
        case -3:
            return 30
        case n if n > 100:
            return n
        case _:
            return -1


def falls_through(x):
    r = 5
    match x:
        case 1:
            r = 6
        case 2 if r > 10:
            r = 7
    return r


def in_a_loop(n):
    total = 0
    for i in range(n):
        match i % 5:
            case 0:
                continue
            case 1 | 3:
                total += 1
            case 4 if i > 10:
                break
            case other:
                total += other * 10
    return total


def singletons(x):
    match x:
        case True:
            return 1
        case False:
            return 2
        case None:
            return 3
    return 0


def text(mode):
    match mode:
        case "sum" | "total":
            return 1
        case "mean":
            return 2
        case other:
            return 3


def modes():
    return text("sum"), text("mean"), text("?")


# run: number(0)
# run: number(2)
# run: number(-3)
# run: number(200)
# run: number(50)
# run: falls_through(1)
# run: falls_through(2)
# run: in_a_loop(20)
# run: in_a_loop(3)
# run: singletons(True)
# run: singletons(False)
# run: singletons(None)
# run: modes()
