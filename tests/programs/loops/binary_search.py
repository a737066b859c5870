# Binary search for the first element not below a value.


def lower_bound(x, value):
    low = 0
    high = len(x)
    while low < high:
        middle = (low + high) // 2
        if x[middle] < value:
            low = middle + 1
        else:
            high = middle
    return low


# run: lower_bound(np.arange(10), 5)
# run: lower_bound(np.arange(10), 100)
# run: lower_bound(np.arange(10.0) / 4, 1.1)
# run: lower_bound(np.arange(0), 1)
# run: lower_bound(np.arange(20)[::2], 7)
# run: lower_bound(np.arange(100000, dtype=np.int32), 76543)
