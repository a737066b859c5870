# Insertion sort in place, which reads and writes with moving indices.


def insertion_sort(x):
    for i in range(1, len(x)):
        value = x[i]
        j = i - 1
        while j >= 0 and x[j] > value:
            x[j + 1] = x[j]
            j -= 1
        x[j + 1] = value


# run: insertion_sort(np.array([5, 2, 8, 1, 9, 3]))
# run: insertion_sort(((np.arange(100) * 37) % 101 - 50) * 0.25)
# run: insertion_sort(np.array([3, 1, 2], np.uint8))
# run: insertion_sort(((np.arange(60) * 37) % 61)[::-2])
# run: insertion_sort(np.zeros(0))
# run: insertion_sort(np.array([True, False, True, False]))
