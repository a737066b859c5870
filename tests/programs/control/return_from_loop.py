# `return` inside nested loops.


def pythagorean(n):
    for a in range(1, n):
        for b in range(a, n):
            c = 1
            while c < n:
                if a * a + b * b == c * c:
                    return a, b, c
                c += 1
    return 0, 0, 0


def first_above(n, limit):
    total = 0
    for i in range(n):
        total += i * i
        if total > limit:
            return i
    return -1


# run: pythagorean(10)
# run: pythagorean(4)
# run: first_above(100, 1000)
# run: first_above(3, 1000)
