# Two functions that were returned share one variable; each call makes a new one.
def make(start):
    n = start

    def up(by=1):
        nonlocal n
        n += by
        return n

    def get():
        return n

    return up, get


def use(k):
    up, get = make(0)
    other, _ = make(100)
    for i in range(k):
        up()
    other(by=5)
    return up(10), get(), other()


def not_yet():
    def put():
        nonlocal x
        x = 3

    def get():
        return x

    put()
    a = get()
    del x
    return a + get()


# run: use(5)
# run: use(0)
# raises: NameError: cannot access free variable 'x' where it is not associated with a value in enclosing scope
# run: not_yet()
