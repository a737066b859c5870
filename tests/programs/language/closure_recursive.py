# Inner functions call themselves and each other.
def factorial(n):
    def go(k, acc=1):
        if k <= 1:
            return acc
        return go(k - 1, acc * k)

    return go(n)


def parity(n):
    def even(k):
        return True if k == 0 else odd(k - 1)

    def odd(k):
        return False if k == 0 else even(k - 1)

    return even(n), odd(n)


def count_paths(rows, columns):
    def walk(i, j):
        if i == rows - 1 and j == columns - 1:
            return 1
        total = 0
        if i + 1 < rows:
            total += walk(i + 1, j)
        if j + 1 < columns:
            total += walk(i, j + 1)
        return total

    return walk(0, 0)


# run: factorial(10)
# run: factorial(0)
# run: parity(7)
# run: parity(0)
# run: count_paths(4, 5)
