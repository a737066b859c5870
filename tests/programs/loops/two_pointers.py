# While loops that move two indices through an array.


def reverse(x):
    i = 0
    j = len(x) - 1
    while i < j:
        x[i], x[j] = x[j], x[i]
        i += 1
        j -= 1


def partition(x, pivot):
    i = 0
    j = len(x) - 1
    while i <= j:
        while i <= j and x[i] < pivot:
            i += 1
        while i <= j and x[j] >= pivot:
            j -= 1
        if i < j:
            x[i], x[j] = x[j], x[i]
    return i


# run: reverse(np.arange(7))
# run: reverse(np.arange(8.0)[::-1])
# run: reverse(np.zeros(0))
# run: partition(np.array([5, 2, 8, 1, 9, 3]), 4)
# run: partition((np.arange(1000) * 7919) % 1000, 300)
# run: partition(((np.arange(64) * 29) % 64 * 0.5)[::2], 10)
