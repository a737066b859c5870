# A dict that remembers results: recursion with a memo, edit distance with tuple keys.


def fib(n, memo):
    if n < 2:
        return n
    if n in memo:
        return memo[n]
    result = fib(n - 1, memo) + fib(n - 2, memo)
    memo[n] = result
    return result


def fibonacci(n):
    memo = {}
    return fib(n, memo), len(memo)


def paths(n, m):
    memo = {}
    for i in range(n):
        for j in range(m):
            memo[i, j] = 1 if i == 0 or j == 0 else memo[i - 1, j] + memo[i, j - 1]
    return memo[n - 1, m - 1]


# run: fibonacci(60)
# run: fibonacci(1)
# run: paths(8, 9)
