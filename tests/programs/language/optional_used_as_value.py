# `None` where a value is needed raises TypeError, with Python's message, while the program runs.
def last(a):
    m = None
    for v in a:
        m = v
    return m


def added(a):
    return last(a) + 1


def added_from_left(a):
    return 2 * last(a)


def compared(a):
    return last(a) < 3


def negated(a):
    return -last(a)


def indexed(c):
    t = None
    if c:
        t = (1, 2)
    return t[1]


def measured(c):
    t = None
    if c:
        t = (1, 2)
    return len(t)


def unpacked(c):
    t = None
    if c:
        t = (1, 2)
    a, b = t
    return a + b


def counted(n):
    k = None
    if n > 0:
        k = n
    total = 0
    for i in range(k):
        total += i
    return total


def called(c):
    f = None
    if c:
        f = abs
    return f(-3)


# run: added(np.array([1, 2]))
# raises: TypeError: unsupported operand type(s) for +: 'NoneType' and 'int'
# run: added(np.zeros(0, np.int64))
# run: added_from_left(np.array([0.5]))
# raises: TypeError: unsupported operand type(s) for *: 'int' and 'NoneType'
# run: added_from_left(np.zeros(0))
# run: compared(np.array([1]))
# raises: TypeError: '<' not supported between instances of 'NoneType' and 'int'
# run: compared(np.zeros(0))
# run: negated(np.array([4]))
# raises: TypeError: bad operand type for unary -: 'NoneType'
# run: negated(np.zeros(0))
# run: indexed(True)
# raises: TypeError: 'NoneType' object is not subscriptable
# run: indexed(False)
# run: measured(True)
# raises: TypeError: object of type 'NoneType' has no len()
# run: measured(False)
# run: unpacked(True)
# raises: TypeError: cannot unpack non-iterable NoneType object
# run: unpacked(False)
# run: counted(4)
# raises: TypeError: 'NoneType' object cannot be interpreted as an integer
# run: counted(-1)
# run: called(True)
# raises: TypeError: 'NoneType' object is not callable
# run: called(False)
