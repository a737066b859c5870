# Exported functions return None or a value.
def find(a, x):
    for i in range(len(a)):
        if a[i] == x:
            return i


def half(x):
    if x % 2 == 0:
        return x / 2
    return None


def tail(a, n):
    if n < len(a):
        return a[n:]


def pair(x):
    best = None
    if x > 0:
        best = x
    return best, x


def singletons(x):
    match x:
        case True:
            return 1
        case False:
            return 2


def text(x):
    if x > 1:
        return "many"


# run: find(np.array([3, 4, 5]), 5)
# run: find(np.array([3, 4, 5]), 6)
# run: half(6)
# run: half(5)
# run: tail(np.arange(5.0)[::-1], 2)
# run: tail(np.arange(5.0), 9)
# run: pair(3)
# run: pair(-3)
# run: singletons(True)
# run: singletons(False)
# run: text(5)
# run: text(0)
