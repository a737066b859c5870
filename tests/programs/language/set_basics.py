# Sets: membership, operators, methods.


def unique(x):
    seen = set()
    for v in x:
        seen.add(v)
    return len(seen), 3 in seen, 99 in seen


def operators(n):
    a = {i for i in range(n)}
    b = {i * 2 for i in range(n)}
    return len(a | b), len(a & b), len(a - b), len(a ^ b), a == b, a <= (a | b), (a & b).issubset(b), a.isdisjoint({-1})


def removal(k):
    s = {1, 2, 3}
    s.discard(k)
    s.discard(k)
    n = len(s)
    s.remove(2)
    return n, len(s), sorted(s)[0]


# run: unique(np.array([3, 1, 3, 2, 1]))
# run: operators(10)
# run: removal(1)
# raises: KeyError
# run: removal(2)
