# print and str of lists, dicts, sets, tuples and nested ones.


def show(n):
    print([i * 0.5 for i in range(n)], {i: i > 1 for i in range(n)}, (n, "x"))
    print(["a", "b'c"], [[1], []])
    return str([1, n]), repr({"k": [n]}), f"{[n, n]}"


# run: show(3)
# run: show(1)
