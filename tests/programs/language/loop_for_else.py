# `else` of a `for` runs unless the loop is left by `break`; `return` skips it.


def search(n, wanted):
    for i in range(n):
        if i * i == wanted:
            found = i
            break
    else:
        found = -1
    return found


def early(n):
    for i in range(n):
        if i == 3:
            return 100
    else:
        return 200


def nested(n):
    count = 0
    for i in range(n):
        for j in range(i):
            if i * j == 6:
                break
        else:
            count += 1
            continue
        count += 100
    return count


# run: search(10, 49)
# run: search(10, 50)
# run: search(0, 0)
# run: early(2)
# run: early(9)
# run: nested(5)
# run: nested(0)
