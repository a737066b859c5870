# Sets of arrays, lists, strings and comprehensions; set operators in place.


def letters(text):
    return len(set(text)), "z" in set(text)


def of_list(xs):
    return sorted(set(xs))


def in_place(n):
    a = {1, 2}
    b = a
    a |= {n}
    return n in b, len(b)


def difference(xs, ys):
    return sorted(set(xs) - set(ys)), sorted(set(xs) & set(ys))


def tuples(n):
    s = {(i % 2, i % 3) for i in range(n)}
    s.discard((0, 0))
    return len(s), (1, 1) in s


# run: letters("hello")
# run: of_list([3, 1, 3, 2])
# run: in_place(9)
# run: difference([1, 2, 3], [2, 4])
# run: tuples(20)
