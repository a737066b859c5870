# The targets of comprehensions are their own; what stands around is seen; nested ones see the outer targets.


def own(n):
    x = 100
    xs = [x for x in range(n)]
    ys = {x: x * x for x in range(n)}
    zs = {x % 2 for x in range(n)}
    return x, len(xs), len(ys), len(zs)


def around(n, k):
    return [i * k for i in range(n) if i != k]


def table(n):
    return [[i * j for j in range(i)] for i in range(n)]


def triples(n):
    return [(a, b, c) for a in range(1, n) for b in range(a, n) for c in range(b, n) if a * a + b * b == c * c]


# run: own(3)
# run: around(5, 3)
# run: table(4)
# run: triples(15)
