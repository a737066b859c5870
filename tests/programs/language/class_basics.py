# A class with fields, methods, a property, a static method and class constants.
import numpy as np


class Particle:
    mass = 2.0

    def __init__(self, x, v):
        self.x = x
        self.v = v

    def step(self, dt):
        self.x += self.v * dt
        return self

    @property
    def energy(self):
        return 0.5 * self.mass * self.v * self.v

    @staticmethod
    def unit():
        return 1.5


def run(n, dt):
    p = Particle(0.0, 1.5)
    for i in range(n):
        p.step(dt)
    return p.x, p.energy, Particle.unit(), Particle.mass


def several(n):
    ps = [Particle(i * 1.0, -0.5) for i in range(n)]
    for p in ps:
        p.step(2.0).step(1.0)
    return np.array([p.x for p in ps]), sum([p.energy for p in ps])


def shared(n):
    p = Particle(1.0, 2.0)
    q = p
    q.x = n * 1.0
    return p.x, p is q, q is Particle(1.0, 2.0), p == q


# run: run(10, 0.25)
# run: several(4)
# differs: the sum of no floats is a float
# expect: (np.zeros(0), 0.0)
# run: several(0)
# run: shared(7)
