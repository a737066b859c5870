# A list that is made for each call, and lists as keyword arguments.


def collect(n, xs=None):
    if xs is None:
        xs = []
    xs.append(n)
    return len(xs)


def calls(n):
    total = 0
    for i in range(n):
        total += collect(i)
    mine = [1, 2]
    total += collect(5, mine) * 100
    total += collect(5, xs=mine) * 1000
    return total, len(mine)


# run: calls(3)
