# Recursion over lists and arrays: permutations, merge sort, binary search, Hanoi.


def merge_sort(xs):
    if len(xs) < 2:
        return xs
    m = len(xs) // 2
    a, b = merge_sort(xs[:m]), merge_sort(xs[m:])
    out = []
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] <= b[j]:
            out.append(a[i])
            i += 1
        else:
            out.append(b[j])
            j += 1
    return out + a[i:] + b[j:]


def permutations(xs):
    if len(xs) <= 1:
        return [xs]
    out = []
    for i in range(len(xs)):
        rest = xs[:i] + xs[i + 1 :]
        for p in permutations(rest):
            out.append([xs[i]] + p)
    return out


def search(x, v, low, high):
    if low >= high:
        return -1
    m = (low + high) // 2
    if x[m] == v:
        return m
    if x[m] < v:
        return search(x, v, m + 1, high)
    return search(x, v, low, m)


def hanoi(n, a, b, c, moves):
    if n > 0:
        hanoi(n - 1, a, c, b, moves)
        moves.append((a, c))
        hanoi(n - 1, b, a, c, moves)


def solve(n):
    moves = []
    hanoi(n, 0, 1, 2, moves)
    return len(moves), moves[0], moves[-1]


# run: merge_sort([5, 2, 8, 1, 9, 3])
# run: merge_sort([2.5])
# run: permutations([1, 2, 3])
# run: search(np.array([1, 3, 5, 7]), 5, 0, 4)
# run: search(np.array([1, 3, 5, 7]), 4, 0, 4)
# run: solve(4)
