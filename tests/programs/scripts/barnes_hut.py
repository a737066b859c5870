# Gravity by Barnes and Hut: a quadtree of objects, recursion, the exact sum beside it, a leapfrog integrator.

import math
from dataclasses import dataclass
from typing import List, Optional

import numpy as np

G = 1.0
SOFTENING = 0.05


@dataclass
class Vector:
    x: float
    y: float

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __abs__(self):
        return math.sqrt(self.dot(self))

    def dot(self, other: "Vector") -> float:
        return self.x * other.x + self.y * other.y


class Body:
    def __init__(self, position, velocity, mass=1.0):
        self.position = position
        self.velocity = velocity
        self.mass = mass


class Quad:
    """A square of the tree, with the mass in it."""

    def __init__(self, centre: Vector, half: float):
        self.centre = centre
        self.half = half
        self.mass = 0.0
        self.weighted = Vector(0.0, 0.0)
        self.body: Optional[Body] = None
        self.children: List["Quad"] = []

    def index(self, p):
        return (1 if p.x >= self.centre.x else 0) + (2 if p.y >= self.centre.y else 0)

    def split(self):
        q = self.half / 2
        for dy in (-1, 1):
            for dx in (-1, 1):
                self.children.append(Quad(self.centre + Vector(dx * q, dy * q), q))

    def insert(self, body, depth=0):
        self.mass += body.mass
        self.weighted = self.weighted + body.position * body.mass
        if not self.children:
            if self.body is None:
                self.body = body
                return
            if depth > 40:
                return
            self.split()
            old = self.body
            self.body = None
            self.children[self.index(old.position)].insert(old, depth + 1)
        self.children[self.index(body.position)].insert(body, depth + 1)

    def force(self, body, theta):
        if self.mass == 0.0 or self.body is body:
            return Vector(0.0, 0.0)
        centre = self.weighted * (1 / self.mass)
        d = centre - body.position
        distance = abs(d)
        if not self.children or 2 * self.half < theta * distance:
            return attraction(d, distance, self.mass)
        total = Vector(0.0, 0.0)
        for child in self.children:
            total = total + child.force(body, theta)
        return total

    def count(self):
        return 1 + sum(child.count() for child in self.children)


def attraction(d, distance, mass):
    r2 = distance * distance + SOFTENING * SOFTENING
    return G * mass / (r2 * math.sqrt(r2)) * d


def build(bodies):
    size = max(max(abs(b.position.x), abs(b.position.y)) for b in bodies)
    root = Quad(Vector(0.0, 0.0), size + 1e-9)
    for body in bodies:
        root.insert(body)
    return root


def make_bodies(n, seed=11):
    state = seed
    bodies = []
    for k in range(n):
        numbers = []
        for _ in range(4):
            state = (state * 1664525 + 1013904223) % 4294967296
            numbers.append(state / 4294967296 - 0.5)
        x, y, vx, vy = numbers
        bodies.append(Body(Vector(2 * x, 2 * y), Vector(vx, vy), 1.0 / n))
    return bodies


def direct(bodies, body):
    total = Vector(0.0, 0.0)
    for other in bodies:
        if other is not body:
            d = other.position - body.position
            total = total + attraction(d, abs(d), other.mass)
    return total


def step(bodies, dt, theta=0.5):
    """One leapfrog step."""
    root = build(bodies)
    forces = [root.force(b, theta) for b in bodies]
    for b, f in zip(bodies, forces):
        b.velocity += f * dt
        b.position += b.velocity * dt


def energy(bodies):
    kinetic = sum([0.5 * b.mass * b.velocity.dot(b.velocity) for b in bodies])
    potential = 0.0
    for i, a in enumerate(bodies):
        for b in bodies[i + 1 :]:
            r = abs(a.position - b.position)
            potential -= G * a.mass * b.mass / math.sqrt(r * r + SOFTENING**2)
    return kinetic + potential


def error(n, theta):
    """The greatest relative error of the forces."""
    bodies = make_bodies(n)
    root = build(bodies)
    worst = 0.0
    for b in bodies:
        exact = direct(bodies, b)
        worst = max(worst, abs(root.force(b, theta) - exact) / abs(exact))
    return worst


def run(n, steps, dt=0.01):
    bodies = make_bodies(n)
    before = energy(bodies)
    for _ in range(steps):
        step(bodies, dt)
    drift = energy(bodies) - before
    return drift, np.array([[b.position.x, b.position.y] for b in bodies])


def tree_size(n):
    root = build(make_bodies(n))
    return root.count(), root.mass, Vector(1.0, 2.0) == Vector(1.0, 2.0), abs(2 * Vector(3.0, 4.0))


# run: error(30, 0.5)
# run: error(30, 0.0)
# run: run(12, 5)
# run: run(1, 3)
# run: tree_size(50)
