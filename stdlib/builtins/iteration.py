"""Python's builtins that go over something: each takes whatever a `for` takes."""

import npc


def any(iterable):
    """True if an item is true; items after it are not asked for."""
    for x in iterable:
        if x:
            return True
    return False


def all(iterable):
    """True if no item is false; items after one that is are not asked for."""
    for x in iterable:
        if not x:
            return False
    return True


def sum(iterable, start):
    """Items added from left to right."""
    total = start
    for x in iterable:
        total = total + x
    return total


def min(iterable):
    """The first smallest item."""
    best = None
    for x in iterable:
        if best is None or x < best:
            best = x
    npc.check(best is not None, "ValueError", "min() arg is an empty sequence")
    return npc.present(best)


def max(iterable):
    """The first largest item."""
    best = None
    for x in iterable:
        if best is None or x > best:
            best = x
    npc.check(best is not None, "ValueError", "max() arg is an empty sequence")
    return npc.present(best)


def min_or(iterable, default):
    """The first smallest item, or the default if there is none."""
    best = None
    for x in iterable:
        if best is None or x < best:
            best = x
    if best is None:
        return default
    return best


def max_or(iterable, default):
    """The first largest item, or the default if there is none."""
    best = None
    for x in iterable:
        if best is None or x > best:
            best = x
    if best is None:
        return default
    return best


def min_by(iterable, key):
    """The first item with the smallest key."""
    best = None
    low = None
    for x in iterable:
        k = key(x)
        if low is None or k < low:
            best = x
            low = k
    npc.check(low is not None, "ValueError", "min() arg is an empty sequence")
    return npc.present(best)


def max_by(iterable, key):
    """The first item with the largest key."""
    best = None
    high = None
    for x in iterable:
        k = key(x)
        if high is None or k > high:
            best = x
            high = k
    npc.check(high is not None, "ValueError", "max() arg is an empty sequence")
    return npc.present(best)


def min_by_or(iterable, key, default):
    """The first item with the smallest key, or the default if there is none."""
    best = None
    low = None
    for x in iterable:
        k = key(x)
        if low is None or k < low:
            best = x
            low = k
    if low is None:
        return default
    return npc.present(best)


def max_by_or(iterable, key, default):
    """The first item with the largest key, or the default if there is none."""
    best = None
    high = None
    for x in iterable:
        k = key(x)
        if high is None or k > high:
            best = x
            high = k
    if high is None:
        return default
    return npc.present(best)


def next(iterable):
    """The first item."""
    for x in iterable:
        return x
    npc.stop_iteration()


def next_or(iterable, default):
    """The first item, or the default if there is none."""
    for x in iterable:
        return x
    return default


def iter(iterable):
    """The items, one after the other."""
    for x in iterable:
        yield x


def map(function, iterable):
    """The function of each item."""
    for x in iterable:
        yield function(x)


def map_all(function, iterables):
    """The function of the items of several iterables."""
    for x in npc.zip(iterables):
        yield function(*x)


def filter(function, iterable):
    """The items for which the function is true."""
    for x in iterable:
        if function(x):
            yield x


def filter_true(iterable):
    """The items that are true."""
    for x in iterable:
        if x:
            yield x


def enumerate(iterable, start):
    """Items with their numbers."""
    number = start
    for x in iterable:
        yield number, x
        number += 1


def modular_power(base, exponent, modulus):
    """`pow(base, exponent, modulus)` of integers that are not negative exponents."""
    npc.check(modulus != 0, "ValueError", "pow() 3rd argument cannot be 0")
    npc.check(exponent >= 0, "ValueError", "base is not invertible for the given modulus")
    result = 1 % modulus
    base = base % modulus
    while exponent > 0:
        if exponent & 1:
            result = result * base % modulus
        exponent >>= 1
        if exponent > 0:
            base = base * base % modulus
    return result


def round_to_tens(x, digits):
    """`round(x, digits)` of an int with negative digits: half to even."""
    unit = 1
    for _ in range(-digits):
        if unit > 922337203685477580:
            return 0
        unit *= 10
    rest = x % unit
    low = x - rest
    if rest * 2 > unit or (rest * 2 == unit and (low // unit) % 2 == 1):
        return low + unit
    return low
