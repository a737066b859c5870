# Loops, branches, calls and containers in and around `try`.


def in_branch(x, n):
    if n > 1:
        try:
            y = x[n]
        except IndexError:
            y = -1.0
    else:
        y = 0.5
    return y


# run: in_branch(np.arange(3.0), 0)
# run: in_branch(np.arange(3.0), 2)
# run: in_branch(np.arange(3.0), 3)


def loop_inside(x, n):
    total = 0.0
    k = 0
    try:
        while True:
            total += x[k]
            k += 1
    except IndexError:
        return total, k


# run: loop_inside(np.arange(4.0), 0)


def loop_else(x, n):
    for k in range(n):
        try:
            if x[k] > 2:
                break
        except IndexError:
            continue
    else:
        return -1
    return k


# run: loop_else(np.arange(5.0), 3)
# run: loop_else(np.arange(5.0), 9)
# run: loop_else(np.zeros(2), 4)


def break_from_handler(x):
    k = 0
    while k < 100:
        try:
            x[k] += 1
        except IndexError:
            break
        else:
            k += 2
        finally:
            k += 1
    return k


# run: break_from_handler(np.zeros(10))


def continue_from_handler(x, n):
    total = 0.0
    for k in range(n):
        try:
            v = x[k * 2]
        except IndexError:
            total += 0.5
            continue
        total += v
    return total


# run: continue_from_handler(np.arange(6.0), 6)


def arrays_in_loop(x, n):
    y = x
    for k in range(n):
        try:
            z = y + k
            if z[k] > 4:
                y = z * 2
            else:
                y = z
        except IndexError:
            y = y[1:]
    return y


# run: arrays_in_loop(np.arange(4.0), 2)
# run: arrays_in_loop(np.arange(4.0), 6)


def views(x, n):
    y = x[1:]
    try:
        y = x[n:]
        y[0] = 100.0
        y = y[::-1]
        y[7] = 1.0
    except IndexError:
        y[0] += 1
    return y


# run: views(np.arange(4.0), 1)
# raises: IndexError
# run: views(np.arange(4.0), 4)
# run: views(np.arange(12.0), 2)


def conversions(x):
    good = 0
    bad = 0
    for v in x:
        try:
            good += int(v)
        except ValueError:
            bad += 1
        except OverflowError:
            bad += 100
    return good, bad


# run: conversions(np.array([1.5, np.nan, np.inf, 3.0]))


def shapes(x, y):
    try:
        return x + y
    except ValueError:
        return x * 0


# run: shapes(np.arange(3.0), np.ones(3))
# run: shapes(np.arange(3.0), np.ones(4))


def lists(n):
    a = []
    for k in range(n):
        try:
            a.append(10 // (k - 2))
        except ZeroDivisionError:
            a.append(0)
    total = 0
    try:
        while True:
            total = total * 3 + a.pop()
    except IndexError:
        pass
    return total


# run: lists(6)


def dictionary(keys):
    counts = {1: 0}
    for k in keys:
        try:
            counts[k] += 1
        except KeyError:
            counts[k] = 1
    return counts[1] * 100 + len(counts)


# run: dictionary(np.array([1, 2, 2, 3, 1]))


def default(x, i, otherwise):
    try:
        return x[i]
    except LookupError:
        return otherwise


def calls(x):
    return default(x, 0, -1.0) + default(x, 10, -5.0) + default(x, -10, 0.25)


# run: calls(np.arange(3.0))


def maybe(x, i):
    result = None
    try:
        result = x[i]
    except IndexError:
        pass
    if result is None:
        return -1.0
    return result * 2


# run: maybe(np.arange(3.0), 2)
# run: maybe(np.arange(3.0), 3)


def closure(x, n):
    def get(k):
        try:
            return x[k]
        except IndexError:
            return -1.0

    return get(0) + get(n)


# run: closure(np.arange(3.0), 2)
# run: closure(np.arange(3.0), 7)


def strings(n):
    try:
        s = "abc"[n]
    except IndexError:
        s = "none"
    return s


# run: strings(1)
# run: strings(5)


def numbers(text):
    try:
        return int(text)
    except ValueError:
        return -1


# run: numbers("42")
# run: numbers("x")


def swapped(x, i):
    a, b = 1, 2
    try:
        a, b = b, a
        a += x[i]
    except IndexError:
        return a * 10 + b
    return a + b


# run: swapped(np.arange(3), 2)
# run: swapped(np.arange(3), 3)


def matched(x, i):
    try:
        match x[i]:
            case 0:
                r = 10 // x[i]
            case 1:
                r = x[i + 100]
            case _:
                r = 7
    except ZeroDivisionError:
        r = -1
    except IndexError:
        r = -2
    return r


# run: matched(np.arange(3), 0)
# run: matched(np.arange(3), 1)
# run: matched(np.arange(3), 2)


def walrus(x, i):
    n = 0
    try:
        if (n := x[i]) > 1:
            n = x[i + n]
    except IndexError:
        return n
    return n + 100


# run: walrus(np.arange(5), 1)
# run: walrus(np.arange(5), 2)
# run: walrus(np.arange(5), 3)


def two_tries(x, i):
    try:
        a = x[i]
    except IndexError:
        a = -1
    try:
        b = x[i + 1]
    except IndexError:
        b = -2
    return a, b


# run: two_tries(np.arange(3), 1)
# run: two_tries(np.arange(3), 2)
# run: two_tries(np.arange(3), 3)
