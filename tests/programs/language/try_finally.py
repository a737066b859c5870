# `finally` runs on every way out: the end, an exception, `return`, `break`, `continue`.


def ends(x, i, out):
    try:
        y = x[i]
    finally:
        out[0] += 1
    out[1] += 1
    return y


# run: ends(np.arange(3), 1, np.zeros(2))
# raises: IndexError
# run: ends(np.arange(3), 3, np.zeros(2))


def returns(x, i, out):
    try:
        return x[i]
    finally:
        out[0] += 1


# run: returns(np.arange(3), 1, np.zeros(2))
# raises: IndexError
# run: returns(np.arange(3), 4, np.zeros(2))


def breaks(x, stop, out):
    for k in range(len(x)):
        try:
            if k == stop:
                break
            if x[k] < 0:
                continue
            out[0] += x[k]
        finally:
            out[1] += 1
    else:
        out[2] = 7
    return k


# run: breaks(np.array([1.0, -2.0, 3.0, 4.0]), 3, np.zeros(3))
# run: breaks(np.array([1.0, -2.0, 3.0, 4.0]), 9, np.zeros(3))


def replaces(x, i):
    try:
        return x[i]
    finally:
        return -1


# run: replaces(np.arange(3), 1)
# run: replaces(np.arange(3), 11)


def swallows(n):
    count = 0
    while True:
        try:
            count += 1
            raise ValueError("never seen")
        finally:
            if count > n:
                break
            continue
    return count


# run: swallows(5)


def raises_in_finally(x, i):
    try:
        y = x[i]
    finally:
        z = x[i + 1]
    return y + z


# run: raises_in_finally(np.arange(3), 1)
# raises: IndexError
# run: raises_in_finally(np.arange(3), 2)
# raises: IndexError
# run: raises_in_finally(np.arange(3), 5)


def all_parts(x, i, out):
    try:
        out[0] += 1
        y = x[i]
    except IndexError:
        out[1] += 1
        y = -5
    else:
        out[2] += 1
    finally:
        out[3] += 1
    return y


# run: all_parts(np.arange(3), 1, np.zeros(4))
# run: all_parts(np.arange(3), 3, np.zeros(4))


def value_kept(n):
    y = n
    try:
        return y
    finally:
        y = 100


# run: value_kept(3)


def nested(x, i, out):
    try:
        try:
            return x[i]
        finally:
            out[0] = out[1] + 1
    finally:
        out[1] = out[0] + 1


# run: nested(np.arange(3), 1, np.zeros(2))
# raises: IndexError
# run: nested(np.arange(3), 3, np.zeros(2))


def in_loops(n, out):
    for i in range(n):
        try:
            for j in range(n):
                try:
                    if j == i:
                        break
                    if j > 2:
                        return i * 10 + j
                finally:
                    out[0] += 1
        finally:
            out[1] += 1
    return -1


# run: in_loops(3, np.zeros(2))
# run: in_loops(6, np.zeros(2))


def continues(n):
    t = n
    for k in range(4):
        try:
            if k == 3:
                break
            continue
        except ArithmeticError:
            pass
        finally:
            t = t * 3 + 1
    return t


# run: continues(0)
