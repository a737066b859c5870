# A name that is `None` on one path and a value on another; tests narrow it.
def first_negative(a):
    best = None
    for i in range(len(a)):
        if a[i] < 0:
            best = i
            break
    if best is None:
        return -1
    return best


def largest(a):
    m = None
    for v in a:
        if m is None or v > m:
            m = v
    return 0.0 if m is None else m


def both(a, limit):
    low = high = None
    for x in a:
        if x < limit:
            low = x
        else:
            high = x
    if low is not None and high is not None:
        return high - low
    if not (low is None):
        return low
    return limit


def until_none(n):
    x = n
    steps = 0
    while x is not None:
        steps += 1
        x = x // 2 if x > 0 else None
    return steps


# run: first_negative(np.array([1, -2, 3]))
# run: first_negative(np.array([1, 2]))
# run: first_negative(np.zeros(0))
# run: largest(np.array([1.5, 2.5, -1.0])[::-1])
# differs: where nothing is gone over the type is that of the elements
# expect: np.float64(0.0)
# run: largest(np.zeros(0))
# run: both(np.array([1, 5, 9]), 4)
# run: both(np.array([1]), 4)
# differs: where nothing is gone over the type is that of the elements
# expect: np.int64(4)
# run: both(np.array([5]), 4)
# run: until_none(20)
# run: until_none(-1)
