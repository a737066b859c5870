# Global containers and instances, attributes of classes and defaults that are looked at, copied and passed on.

PRECEDENCE = {1: 10, 2: 20}
ROWS = [[1, 2], [3, 4]]
WEIGHTS = [1, 2, 3]
PRIMES = {2, 3, 5, 7}


class Point:
    unit = [1.0, 1.0]

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def plus(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def scaled(self):
        return self.x * self.unit[0] + self.y * self.unit[1]


ORIGIN = Point(0.5, 0.25)


def look(k):
    return PRECEDENCE[k] + PRECEDENCE.get(5, 7) + ROWS[k - 1][1] + sum(ROWS[0]) + (k in PRIMES)


def copies(k):
    row = list(ROWS[0])
    row.append(k)
    rows = [r[:] for r in ROWS]
    rows.append([5])
    rows[0][0] = 9
    counts = dict(PRECEDENCE)
    counts[k] = 1
    return len(row), len(rows), rows[0][0], ROWS[0][0], len(counts), len(PRECEDENCE)


def total(xs):
    t = 0
    for x in xs:
        t += x
    return t


def passes(n):
    ys = WEIGHTS + [n]
    ys.append(1)
    return total(WEIGHTS), total(ys), WEIGHTS[n % 3], sorted(WEIGHTS, reverse=True)[0]


def path(n, found=[]):
    found = found + [n]
    if n == 0:
        return total(found)
    return path(n - 1, found)


def paths(n):
    return path(n)


def instances(x):
    p = Point(x, 1.0).plus(ORIGIN)
    return p.x, p.y, p.scaled(), ORIGIN.plus(ORIGIN).x


def chosen(k):
    mine = [7, 8]
    xs = mine if k > 0 else WEIGHTS
    return total(xs), len(xs)


# run: look(1)
# run: look(2)
# run: copies(3)
# run: passes(4)
# run: paths(5)
# run: instances(2.0)
# run: chosen(0)
# run: chosen(1)
