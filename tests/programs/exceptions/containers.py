# What lists, dicts, sets and tuples raise.


def list_index(n, i):
    a = [k * k for k in range(n)]
    return a[i]


# raises: IndexError
# run: list_index(3, 3)
# raises: IndexError
# run: list_index(3, -4)
# raises: IndexError
# run: list_index(0, 0)


def list_store(n, i):
    a = [0.0] * n
    a.append(1.0)
    a[i] = 2.0
    return a[0]


# raises: IndexError
# run: list_store(3, 4)


def list_pop(n):
    a = [1]
    for k in range(n):
        a.pop()
    return len(a)


# raises: IndexError
# run: list_pop(2)


def list_remove(n):
    a = [1, 2, 3]
    a.remove(n)
    return len(a)


# raises: ValueError
# run: list_remove(7)


def dict_key(k):
    d = {1: 2.0, 3: 4.0}
    d[5] = 6.0
    return d[k]


# raises: KeyError
# run: dict_key(2)
# raises: KeyError
# run: dict_key(-7)


def dict_delete(k):
    d = {1: 2.0, 3: 4.0}
    del d[k]
    return len(d)


# raises: KeyError
# run: dict_delete(2)


def dict_pop(k):
    d = {1: 2.0, 3: 4.0}
    return d.pop(k)


# raises: KeyError
# run: dict_pop(2)


def set_remove(k):
    s = {1, 2, 3}
    s.remove(k)
    return len(s)


# raises: KeyError
# run: set_remove(9)


def smallest(n):
    a = [k for k in range(n)]
    return min(a)


# raises: ValueError
# run: smallest(0)


def largest(n):
    a = [k for k in range(n)]
    return max(a)


# raises: ValueError
# run: largest(0)


def in_comprehension(x, n):
    a = [x[k] for k in range(n)]
    return len(a)


# differs: since Python 3.12 a comprehension has no frame of its own
# raises: IndexError: index 3 is out of bounds for axis 0 with size 3
# run: in_comprehension(np.zeros(3), 4)


def caught_in_loop(n):
    a = [1, 2, 3]
    found = 0
    for k in range(n):
        try:
            found += a[k]
        except IndexError:
            found += 100
    return a[found]


# run: caught_in_loop(1)
# raises: IndexError
# run: caught_in_loop(5)


def missing_key_caught(n):
    d = {0: 1}
    misses = 0
    for k in range(n):
        try:
            misses += d[k]
        except KeyError:
            d[k] = k
            misses += 10
    return d[misses]


# raises: KeyError
# run: missing_key_caught(4)
