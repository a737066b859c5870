# Bit operations of Python's ints: and, or, xor, not, shifts.


def mix(a, b):
    return a & b, a | b, a ^ b, ~a


def shifts(a, n):
    return a << n, a >> n


def popcount(n):
    count = 0
    while n:
        n &= n - 1
        count += 1
    return count


def gray(n):
    total = 0
    for i in range(n):
        total += i ^ (i >> 1)
    return total


# run: mix(12, 10)
# run: mix(-5, 3)
# run: shifts(5, 3)
# run: shifts(-5, 1)
# run: shifts(-5, 40)
# raises: ValueError
# run: shifts(1, -1)
# run: popcount(255)
# run: popcount(0)
# run: gray(16)
