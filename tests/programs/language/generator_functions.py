# Generator functions run in the loop that goes over them: break, continue, else and return of both sides.
def wanted(n):
    for i in range(n):
        if i % 3 == 0:
            continue
        yield i


def total(n):
    t = 0
    for x in wanted(n):
        t += x
    return t


def fibonacci(limit):
    a, b = 0, 1
    while a < limit:
        yield a
        a, b = b, a + b


def even_sum(n):
    s = 0
    count = 0
    for x in fibonacci(n):
        if x % 2:
            continue
        count += 1
        s += x
        if s > 1000:
            break
    else:
        s = -s
    return s, count


def first_above(n, limit):
    for x in wanted(n):
        if x > limit:
            return x
    return -1


def stops(n):
    for i in range(n):
        if i == 3:
            return
        yield i
    yield 100


def stopped(n):
    last = -1
    for x in stops(n):
        last = x
    return last, x


def squares(a):
    for row in a:
        for x in row:
            yield x * x


def sum_of_squares(a):
    s = 0.0
    for x in squares(a):
        s += x
    return s


# run: total(10)
# run: total(0)
# run: even_sum(10)
# run: even_sum(100000)
# run: first_above(10, 4)
# run: first_above(3, 4)
# run: stopped(2)
# run: stopped(9)
# run: sum_of_squares(np.arange(6.0).reshape(2, 3).T)
# run: sum_of_squares(np.zeros((0, 3)))
