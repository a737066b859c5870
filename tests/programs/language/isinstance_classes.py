# isinstance of instances, bases and builtin types, decided at compile time.


class Animal:
    def __init__(self, legs):
        self.legs = legs


class Bird(Animal):
    def __init__(self, wings):
        super().__init__(2)
        self.wings = wings


def kind(x):
    if isinstance(x, bool):
        return 1
    if isinstance(x, int):
        return 2
    if isinstance(x, (float, complex)):
        return 3
    if isinstance(x, list):
        return 4
    return 5


def kinds(n):
    return kind(n > 0), kind(n), kind(n * 0.5), kind([n]), kind((n,))


def birds(n):
    b = Bird(n)
    return isinstance(b, Bird), isinstance(b, Animal), isinstance(b, int), b.legs, b.wings


# run: kinds(3)
# run: birds(2)
