# Builtins over complex numbers: `sum`, `abs`, `any`, `all`, `len`, `enumerate`, `zip`.


def totals(a, b, c):
    return sum([a, b, c]), sum((a, b), 1.5), any([a, b, c]), all((a, b, c))


def walked(a, b):
    s = 0j
    for i, z in enumerate((a, b)):
        s += i * z
    for z, w in zip((a, b), (b, a)):
        s += z * w.conjugate()
    return s, len((a, b))


# run: totals(1j, 2, 3 - 1j)
# run: totals(0j, 0, False)
# run: totals(1j, 2.5, True)
# run: walked(1 + 1j, 2)
# run: walked(1 + 1j, 2j)
