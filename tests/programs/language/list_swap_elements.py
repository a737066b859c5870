# Elements that change places: bubble sort, partition, shuffling by a generator of numbers.


def bubble(xs):
    n = len(xs)
    for i in range(n):
        for j in range(n - 1 - i):
            if xs[j] > xs[j + 1]:
                xs[j], xs[j + 1] = xs[j + 1], xs[j]
    return xs


def quick(xs):
    if len(xs) <= 1:
        return xs
    pivot = xs[0]
    less = [x for x in xs[1:] if x < pivot]
    more = [x for x in xs[1:] if x >= pivot]
    return quick(less) + [pivot] + quick(more)


def shuffle(n, seed):
    xs = [i for i in range(n)]
    for i in range(n - 1, 0, -1):
        seed = (seed * 1103515245 + 12345) % 2147483648
        j = seed % (i + 1)
        xs[i], xs[j] = xs[j], xs[i]
    return xs


# run: bubble([5, 3, 8, 1])
# run: quick([3.5, 1.0, 2.5, 3.5, 0.0])
# run: quick([1])
# run: shuffle(8, 42)
