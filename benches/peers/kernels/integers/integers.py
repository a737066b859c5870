"""Loops of Python's `int`, whose overflow raises: what that costs."""


def add_ints(n: int):
    """Additions and comparisons."""
    total = 0
    step = 1
    for i in range(n):
        total += i ^ step
        step = total & 1023
        if total > 1 << 60:
            total -= 1 << 60
    return total


def count_ints(n: int):
    """A count and a sum behind a condition."""
    odd = 0
    total = 0
    for i in range(n):
        if (i ^ (i >> 3)) & 1:
            odd += 1
        else:
            total += i - odd
    return total - odd


def bits_ints(n: int):
    """A loop with a loop of unknown length in it."""
    count = 0
    for i in range(n):
        x = i
        while x:
            count += x & 1
            x >>= 1
    return count


def hash_ints(n: int):
    """A polynomial hash."""
    value = 7
    for i in range(n):
        value = (value * 31 + i) & 0xFFFFFFF
    return value


def collatz_ints(n: int):
    """The rounds of Collatz' rule, of all starts."""
    rounds = 0
    for i in range(1, n // 64):
        x = i
        while x != 1:
            if x & 1:
                x = 3 * x + 1
            else:
                x >>= 1
            rounds += 1
    return rounds


def dot_ints(n: int):
    """A sum of products."""
    total = 0
    for i in range(n):
        total += (i & 1023) * (i >> 7)
    return total
