# str and repr of every kind of number.
import numpy as np


def ints(n):
    return str(n), repr(n), f"{n}", str(-n)


def kinds(n):
    a = np.array([n])
    return (
        str(np.int8(n)),
        str(np.int64(n)),
        str(np.uint8(n)),
        str(a[0]),
        repr(np.int32(n)),
        repr(a[0]),
        f"{a[0]}",
    )


def unsigned(x):
    return str(x), repr(x), f"{x}", f"{x:x}", f"{x:,}"


def bools(x, n):
    return str(x), repr(x), f"{x}", str(n > 1), str(np.bool_(n > 1)), repr(np.bool_(n > 1))


def nothing():
    return str(None), repr(None), f"{None}", str(()), str((1,)), str((1, 2.5, "a", None, (True,)))


def members(a):
    return str(a[0]), repr(a[0]), str((a[0], 1))


# run: ints(0)
# run: ints(12)
# run: ints(-9223372036854775807)
# run: ints(1000000000000)
# run: kinds(5)
# run: unsigned(np.uint64(18446744073709551615))
# run: unsigned(np.uint64(9223372036854775808))
# run: unsigned(np.uint8(200))
# run: bools(True, 2)
# run: bools(False, 1)
# run: nothing()
# run: members(np.array([1.5, 2.0]))
# run: members(np.array([1, 2], np.int16))
# run: members(np.array([0.1], np.float32))
