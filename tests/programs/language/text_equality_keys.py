# Strings made in different ways are equal, as values and as keys.


def same(n):
    a = "k" + str(n)
    b = f"k{n}"
    d = {a: 1}
    d[b] = 2
    return a == b, len(d), d["k" + str(n)], a < b, a in [b]


# run: same(7)
# run: same(12)
