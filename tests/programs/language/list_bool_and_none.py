# Lists of bools; lists of values that may be None.


def sieve(n):
    flags = [True] * n
    for i in range(2, n):
        if flags[i]:
            for j in range(i * 2, n, i):
                flags[j] = False
    return flags, sum([1 for f in flags if f]), any(flags), all(flags)


def slots(n):
    table = [None] * n
    count = 0
    for i in range(n):
        if table[i] is None:
            count += 1
    return count


# run: sieve(12)
# run: slots(3)
