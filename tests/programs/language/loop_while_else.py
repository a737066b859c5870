# `else` of a `while` runs when the test fails, also at the first time.


def collatz(n):
    steps = 0
    while n != 1:
        if steps > 100:
            break
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    else:
        return steps
    return -1


def first(n):
    while n > 10:
        n -= 1
    else:
        n = n * 1000
    return n


def always(n):
    k = 0
    while True:
        k += 1
        if k > n:
            break
    else:
        k = -1
    return k


# run: collatz(27)
# run: collatz(1)
# run: collatz(7)
# run: first(3)
# run: first(12)
# run: always(5)
