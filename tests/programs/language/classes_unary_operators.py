# Signs, abs, aliases of methods, and identity of what may be None.


class V:
    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.next = None

    def __neg__(self):
        return V(-self.x, -self.y)

    def __pos__(self):
        return self

    def __invert__(self):
        return V(self.y, self.x)

    def __abs__(self):
        return (self.x**2 + self.y**2) ** 0.5

    def __mul__(self, k):
        return V(self.x * k, self.y * k)

    __rmul__ = __mul__


def signs():
    v = V(3.0, 4.0)
    w = 2 * ~-v
    return abs(v), w.x, w.y, (+v) is v, (v * 0.5).y


def linked():
    a, b = V(1.0, 2.0), V(1.0, 2.0)
    a.next = b
    b.next = a
    cycle = a.next.next is a, a.next is b, a.next is a, a.next is not b.next
    b.next = None
    return cycle, b.next is a, b.next is b.next, a.next is b.next


# run: signs()
# run: linked()
