# Closures called in comprehensions and loops, over lists that they capture.


def mapped(n, k):
    def f(x):
        return x * k + n

    return [f(i) for i in range(n)]


def filtered(xs, limit):
    keep = [x for x in xs if x < limit]

    def total():
        return sum(keep)

    keep.append(1000)
    return total(), len(keep)


# run: mapped(4, 3)
# run: filtered([1, 5, 3], 4)
