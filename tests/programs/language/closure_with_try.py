# Closures and exceptions: raised inside, caught outside, state kept.
def guarded(n):
    failures = 0

    def attempt(k):
        nonlocal failures
        try:
            return 10 // k
        except ZeroDivisionError:
            failures += 1
            return -1

    total = 0
    for i in range(-1, n):
        total += attempt(i)
    return total, failures


def caught_outside(x):
    def check(v):
        if v < 0:
            raise ValueError("negative")
        return v * scale

    scale = 2
    try:
        return check(x)
    except ValueError:
        return check(-x) + 1


def finally_runs(n):
    log = 0

    def step(k):
        nonlocal log
        try:
            if k == 2:
                return 100
            return k
        finally:
            log += 1

    s = 0
    for i in range(n):
        s += step(i)
    return s, log


# run: guarded(3)
# run: caught_outside(4)
# run: caught_outside(-4)
# run: finally_runs(5)
