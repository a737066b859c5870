# try inside loops with break, continue, else and return in all parts.


def classify(xs):
    good = 0
    bad = 0
    for x in xs:
        try:
            if x < 0:
                raise ValueError("negative")
            if x > 100:
                break
        except ValueError:
            bad += 1
            continue
        else:
            good += 1
    return good, bad


def first_divisor(n, candidates):
    for c in candidates:
        try:
            if n % c == 0:
                return c
        except ZeroDivisionError:
            continue
    return -1


def cleanup(n):
    done = 0
    for i in range(n):
        try:
            if i % 2:
                continue
            if i > 5:
                break
        finally:
            done += 1
    return done


def retry(limit):
    tries = 0
    while True:
        tries += 1
        try:
            if tries < limit:
                raise RuntimeError("again")
            return tries
        except RuntimeError:
            if tries > 5:
                return -tries


# run: classify([1, -1, 5, 200, 7])
# run: classify([-1, -2])
# run: first_divisor(12, [0, 5, 3])
# run: first_divisor(7, [0, 0])
# run: cleanup(10)
# run: retry(3)
# run: retry(100)
