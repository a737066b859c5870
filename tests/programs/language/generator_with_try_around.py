# Exceptions of a generator and of the loop's body reach the consumer's handlers.
def risky(n):
    for i in range(n):
        if i == 3:
            raise ValueError("three")
        yield 10 // (i - 1)


def consume(n):
    s = 0
    try:
        for x in risky(n):
            s += x
    except ZeroDivisionError:
        s += 1000
    except ValueError:
        s += 2000
    return s


def simple(n):
    for i in range(n):
        if i == 2:
            raise KeyError("two")
        yield i


def kept(n):
    last = -1
    count = 0
    try:
        for last in simple(n):
            count += 1
    except KeyError:
        count += 100
    finally:
        count += 1000
    return last, count


# run: consume(1)
# run: consume(5)
# run: kept(1)
# run: kept(5)
