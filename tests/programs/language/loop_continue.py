# `continue` in for and while loops, beside break and in nested ones.


def odd_sum(n):
    total = 0
    for i in range(n):
        if i % 2 == 0:
            continue
        total += i
    return total


def skipping(n):
    k = 0
    total = 0
    while k < n:
        k += 1
        if k % 3 == 0:
            continue
        if k > 20:
            break
        total += k
    return total, k


def inner(n):
    pairs = 0
    for i in range(n):
        for j in range(n):
            if j > i:
                break
            if (i + j) % 2:
                continue
            pairs += 1
    return pairs


# run: odd_sum(10)
# run: odd_sum(0)
# run: skipping(10)
# run: skipping(100)
# run: inner(6)
