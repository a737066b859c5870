# Closures over lists and dicts: both see the changes.
def collect(n):
    found = []

    def visit(k):
        if k % 2:
            found.append(k)

    for i in range(n):
        visit(i)
    return len(found), sum(found)


def memo(n):
    known = {0: 0, 1: 1}

    def fib(k):
        if k not in known:
            known[k] = fib(k - 1) + fib(k - 2)
        return known[k]

    return fib(n), len(known)


def sorted_by(n):
    target = n // 2
    xs = [k for k in range(n)]
    xs.sort(key=lambda v: abs(v - target))
    return xs[0], xs[-1]


# run: collect(7)
# run: collect(0)
# run: memo(30)
# run: sorted_by(9)
