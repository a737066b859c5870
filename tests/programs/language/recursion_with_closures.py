# Recursion over functions that are arguments, and of inner functions with state.
def walk(n, visit):
    if n == 0:
        return 0
    return visit(n) + walk(n - 1, visit)


def walks(n):
    k = 2
    return walk(n, lambda v: v * k), walk(n, lambda v: 1)


def permutations(n):
    used = [False] * n
    count = 0

    def place(k):
        nonlocal count
        if k == n:
            count += 1
            return
        for i in range(n):
            if not used[i]:
                used[i] = True
                place(k + 1)
                used[i] = False

    place(0)
    return count


def queens(n):
    solutions = 0

    def place(row, columns, left, right):
        nonlocal solutions
        if row == n:
            solutions += 1
            return
        for c in range(n):
            bit = 1 << c
            if columns & bit or left & (1 << (row + c)) or right & (1 << (row - c + n)):
                continue
            place(row + 1, columns | bit, left | (1 << (row + c)), right | (1 << (row - c + n)))

    place(0, 0, 0, 0)
    return solutions


def flatten(n):
    def depth(k):
        return 1 if k < 2 else 1 + max(depth(k // 2), depth(k - k // 2 - 1))

    return depth(n)


# run: walks(4)
# run: permutations(4)
# run: queens(5)
# run: flatten(20)
