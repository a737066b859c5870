# A key of another type than the elements leaves their type as it is.


def by_float(n):
    return sorted([3, 1, 2 * n], key=lambda x: -x * 0.5)


def of_range(n):
    return sorted(range(n), key=lambda x: -x / 2, reverse=True)


def of_complex(n):
    return sorted([3j, 1j + 0.5, -2j * n], key=abs), sorted([2j, 1j + n], key=lambda z: z.real)


def in_place(n):
    xs = [2, 3, n]
    xs.sort(key=lambda x: 1 / x)
    return xs


# run: by_float(1)
# run: of_range(4)
# run: of_complex(1)
# run: in_place(5)
