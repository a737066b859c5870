# Numbers as conditions: zero is False, NaN is True.


def truth(x):
    if x:
        return 1
    return 0


def count_down(n):
    steps = 0
    while n:
        n -= 1
        steps += 1
    return steps


# run: truth(0)
# run: truth(-1)
# run: truth(0.0)
# run: truth(-0.0)
# run: truth(math.nan)
# run: truth(False)
# run: truth(np.int8(0))
# run: truth(np.float32(0.5))
# run: count_down(5)
# run: count_down(0)
