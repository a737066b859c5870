# Fields that __init__ does not set: reading one before it is set raises AttributeError.


class Cache:
    def __init__(self, n):
        self.n = n
        if n > 2:
            self.extra = n * 2.5

    def fill(self):
        self.filled = [self.n]


def late(n):
    c = Cache(n)
    return c.extra


def filled(n):
    c = Cache(n)
    if n > 0:
        c.fill()
    return len(c.filled)


# run: late(3)
# raises: AttributeError
# run: late(1)
# run: filled(1)
# raises: AttributeError
# run: filled(0)
