# Ranges: indices, membership, length, truth.
def member(n):
    return n in range(3, 30, 4), n in range(10, 0, -3), n not in range(5), n in range(0)


def item(n):
    r = range(5, 50, 5)
    return r[n], r[-1], len(r), bool(r), bool(range(0))


# run: member(7)
# run: member(1)
# run: member(10)
# run: member(-5)
# run: member(7.0)
# run: member(7.5)
# run: item(0)
# run: item(8)
# run: item(-9)
# raises: IndexError: range object index out of range
# run: item(9)
# raises: IndexError: range object index out of range
# run: item(-10)
