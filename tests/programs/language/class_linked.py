# Instances that refer to instances: a linked list by positions, a tree of lists, shared parts.


class Wheel:
    def __init__(self, radius):
        self.radius = radius


class Car:
    def __init__(self, front, rear):
        self.front = front
        self.rear = rear

    def grow(self, by):
        self.front.radius += by


def shared(r):
    w = Wheel(r)
    a = Car(w, Wheel(r * 2))
    b = Car(w, w)
    a.grow(1.0)
    b.grow(10.0)
    return w.radius, a.rear.radius, b.rear.radius, a.front is b.rear


def replaced(r):
    c = Car(Wheel(r), Wheel(r))
    old = c.front
    c.front = Wheel(r * 3)
    old.radius = -1.0
    return c.front.radius, c.rear.radius, old.radius


def swapped(r):
    c = Car(Wheel(r), Wheel(r * 2))
    c.front, c.rear = c.rear, c.front
    return c.front.radius, c.rear.radius


# run: shared(1.0)
# run: replaced(2.0)
# run: swapped(1.5)
