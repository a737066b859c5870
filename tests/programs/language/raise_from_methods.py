# Exceptions raised in methods, properties and special methods tell their line.


class Positive:
    def __init__(self, x):
        if x <= 0:
            raise ValueError("not positive")
        self.x = x

    @property
    def root(self):
        if self.x > 100:
            raise OverflowError("too large")
        return self.x**0.5

    def __add__(self, other):
        if other.x == 1:
            raise ArithmeticError("one")
        return Positive(self.x + other.x)


def use(a, b):
    p = Positive(a) + Positive(b)
    return p.root


# run: use(2.0, 7.0)
# raises: ValueError: not positive
# run: use(-1.0, 1.0)
# raises: ArithmeticError: one
# run: use(5.0, 1.0)
# raises: OverflowError: too large
# run: use(99.0, 5.0)
