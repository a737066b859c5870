# Matrices as lists of lists: product, transpose, identity, determinant by elimination.


def product(a, b):
    n, m, p = len(a), len(b), len(b[0])
    return [[sum([a[i][k] * b[k][j] for k in range(m)]) for j in range(p)] for i in range(n)]


def transpose(a):
    return [[row[j] for row in a] for j in range(len(a[0]))]


def determinant(a):
    a = [row[:] for row in a]
    n = len(a)
    result = 1.0
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(a[r][i]))
        if a[pivot][i] == 0:
            return 0.0
        if pivot != i:
            a[i], a[pivot] = a[pivot], a[i]
            result = -result
        result *= a[i][i]
        for r in range(i + 1, n):
            factor = a[r][i] / a[i][i]
            for c in range(i, n):
                a[r][c] -= factor * a[i][c]
    return result


def power(n):
    m = [[1, 1], [1, 0]]
    result = [[1, 0], [0, 1]]
    for _ in range(n):
        result = product(result, m)
    return result


# run: product([[1.0, 2.0], [3.0, 4.0]], [[5.0], [6.0]])
# run: transpose([[1, 2, 3], [4, 5, 6]])
# run: determinant([[2.0, 1.0, 0.0], [1.0, 3.0, 1.0], [0.0, 1.0, 4.0]])
# run: determinant([[1.0, 2.0], [2.0, 4.0]])
# run: power(10)
