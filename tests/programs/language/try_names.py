# What names are bound to in handlers and after them: the last assignment before the exception.


def last(x, n):
    a = 0
    try:
        a = 1
        y = x[n]
        a = 2
        z = x[n + 1]
        a = 3
    except IndexError:
        a = a * 100
    return a


# run: last(np.arange(5), 2)
# run: last(np.arange(5), 4)
# run: last(np.arange(5), 5)


def unbound(x, n):
    try:
        y = x[n]
    except IndexError:
        pass
    return y


# run: unbound(np.arange(5), 4)
# raises: UnboundLocalError
# run: unbound(np.arange(5), 5)


def in_handler(x, n):
    try:
        y = x[n]
        z = x[n + 1]
    except IndexError:
        return y
    return z


# run: in_handler(np.arange(5), 3)
# run: in_handler(np.arange(5), 4)
# raises: UnboundLocalError
# run: in_handler(np.arange(5), 5)


def arrays(x, n):
    a = x
    try:
        a = x + 1
        b = a[n]
        a = a * 2
        b = a[n + 1]
        a = a - 3
    except IndexError:
        return a
    return a + b


# run: arrays(np.arange(4.0), 0)
# run: arrays(np.arange(4.0), 3)
# run: arrays(np.arange(4.0), 4)
# run: arrays(np.arange(8.0)[::-2], 3)


def types(x, n):
    y = 1
    try:
        y = x[n] * 0.5
        y = y + x[n + 1]
    except IndexError:
        pass
    return y * 1.0


# run: types(np.arange(4.0), 0)
# run: types(np.arange(4.0), 3)
# run: types(np.arange(4.0), 4)


def loops(x, n):
    total = 0.0
    for k in range(n):
        try:
            v = x[k]
            for j in range(3):
                total += v
                if j == 1:
                    total += x[k + 2]
        except IndexError:
            total += 1000.0 + k + j
    return total


# run: loops(np.arange(5.0), 3)
# run: loops(np.arange(5.0), 8)


def tuples(x, n):
    t = (0, 0.0)
    try:
        t = (1, x[n])
        t = (2, x[n + 1])
    except IndexError:
        return t
    return t


# run: tuples(np.arange(5.0), 3)
# run: tuples(np.arange(5.0), 4)
# run: tuples(np.arange(5.0), 5)


def carried(x):
    n = 0
    for v in x:
        try:
            if v < 0:
                raise ValueError
            seen = v
        except ValueError:
            n += 1
            continue
        if n > 0:
            return seen + n
    return -1.0


# run: carried(np.array([1.0, -1.0, -2.0, 5.0]))
# run: carried(np.array([1.0]))


def deleted(x, n):
    y = 1
    try:
        del y
        y = x[n]
    except IndexError:
        return y
    return y


# run: deleted(np.arange(3), 0)
# raises: UnboundLocalError
# run: deleted(np.arange(3), 3)


def read_in_finally(x, n):
    t = n
    if n % 3 == 0:
        pass
    else:
        v = n * 2
    try:
        t += x[n]
    except IndexError:
        t += 100
    finally:
        t += v
    return t


# run: read_in_finally(np.arange(3), 1)
# run: read_in_finally(np.arange(3), 4)
# raises: UnboundLocalError
# run: read_in_finally(np.arange(3), 0)
# raises: UnboundLocalError
# run: read_in_finally(np.arange(3), 3)


def only_in_finally(n):
    if n > 2:
        v = n
    for k in range(3):
        try:
            if k == n:
                break
            if k == n - 3:
                continue
        finally:
            n += v
    return n


# run: only_in_finally(3)
# run: only_in_finally(4)
# raises: UnboundLocalError
# run: only_in_finally(1)
