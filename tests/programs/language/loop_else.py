# `for … else` and `while … else` with break, continue and return.
def first_factor(n):
    for k in range(2, n):
        if n % k == 0:
            break
    else:
        k = n
    return k


def search(n, target):
    i = 0
    while i < n:
        i += 1
        if i % 2:
            continue
        if i == target:
            found = i
            break
    else:
        found = -1
    return found, i


def nested(n):
    count = 0
    for i in range(n):
        for j in range(n):
            if i * j == 6:
                break
            if j > i:
                continue
            count += 1
        else:
            count += 100
            continue
        count += 10000
    else:
        count = -count
    return count


def returns(n):
    for i in range(n):
        if i == 3:
            return i
    else:
        if n == 2:
            return 20
    return -1


def else_breaks_outer(n):
    for i in range(10):
        for j in range(n):
            if j == 4:
                break
        else:
            break
    return i


def over_tuple(x):
    for k in (1, 2, 3):
        if k == x:
            break
    else:
        k = 0
    return k


def while_true(n):
    while True:
        n += 1
        if n > 5:
            break
    else:
        n = -1
    return n


# run: first_factor(15)
# run: first_factor(13)
# run: first_factor(2)
# run: search(6, 4)
# run: search(6, 5)
# run: search(0, 5)
# run: nested(4)
# run: nested(7)
# run: nested(0)
# run: returns(5)
# run: returns(2)
# run: returns(0)
# run: else_breaks_outer(3)
# run: else_breaks_outer(6)
# run: over_tuple(2)
# run: over_tuple(9)
# run: while_true(0)
