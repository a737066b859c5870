# Complex numbers carried through branches, loops, calls and tuples.


def sign(z):
    if z.real > 0:
        w = z
    elif z.real < 0:
        w = -z
    else:
        w = 0j
    return w


def turns(z, n):
    w = 1 + 0j
    while n > 0:
        w *= z
        n -= 1
    return w


def helper(z, w=1j):
    return z * w, z + w


def calls(z):
    a, b = helper(z)
    c, d = helper(a, w=b)
    return a + b + c + d


def swapped(z, w):
    z, w = w, z
    return z, (w, z)


def early(zs, limit):
    for i in range(10):
        zs = zs * 1.5j
        if abs(zs.real) > limit:
            return i, zs
    return -1, 0j


def nested(z):
    def_ = z
    for i in range(3):
        for j in range(2):
            if i == j:
                continue
            def_ += complex(i, j)
        if i == 2:
            break
    return def_


# run: sign(2 + 1j)
# run: sign(-2 + 1j)
# run: sign(1j)
# run: turns(1 + 1j, 5)
# run: turns(0.5j, 0)
# run: calls(2 - 1j)
# run: swapped(1j, 2.5)
# run: early(1 + 1j, 5.0)
# run: early(1j, 1e9)
# run: nested(1j)
