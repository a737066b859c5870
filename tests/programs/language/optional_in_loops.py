# Optionals carried by loops: previous values, early exits, several at once.
def differences(a):
    previous = None
    total = 0
    for x in a:
        if previous is not None:
            total += abs(x - previous)
        previous = x
    return total


def two_largest(a):
    first = second = None
    for x in a:
        if first is None or x > first:
            second = first
            first = x
        elif second is None or x > second:
            second = x
    if second is None:
        return -1
    return first * 10 + second


def retry(n):
    result = None
    tries = 0
    while result is None:
        tries += 1
        if tries * tries > n:
            result = tries
    return result


def reset(a):
    start = None
    runs = 0
    for i in range(len(a)):
        if a[i]:
            if start is None:
                start = i
        elif start is not None:
            runs += i - start
            start = None
    if start is not None:
        runs += len(a) - start
    return runs


# run: differences(np.array([1, 4, 2]))
# run: differences(np.zeros(0, np.int64))
# run: two_largest(np.array([3, 9, 4]))
# run: two_largest(np.array([3]))
# run: retry(20)
# run: reset(np.array([True, True, False, True]))
# run: reset(np.array([False, False]))
