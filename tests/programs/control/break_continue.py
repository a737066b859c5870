# `break` and `continue` leave or restart the innermost loop.


def first_divisor(n):
    d = 2
    while True:
        if n % d == 0:
            break
        d += 1
    return d


def sum_of_odd(n):
    total = 0
    for i in range(n):
        if i % 2 == 0:
            continue
        total += i
    return total


def pairs(n):
    count = 0
    for i in range(n):
        for j in range(n):
            if j > i:
                break
            if (i + j) % 3 == 0:
                continue
            count += 1
    return count


# run: first_divisor(91)
# run: first_divisor(97)
# run: sum_of_odd(10)
# run: sum_of_odd(0)
# run: pairs(6)
# run: pairs(1)
