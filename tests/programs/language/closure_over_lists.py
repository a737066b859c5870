# A closure sees the list itself: what it appends is seen outside.


def collect(n):
    out = []

    def add(x):
        out.append(x * x)

    for i in range(n):
        add(i)
    return out


def walk(tree, start):
    order = []

    def visit(v):
        order.append(v)
        for w in tree[v]:
            visit(w)

    visit(start)
    return order


# run: collect(4)
# run: walk([[1, 2], [3], [], []], 0)
