# Annotations of containers and classes: list[float], dict[int, float], set[int], a dataclass.
from dataclasses import dataclass


@dataclass
class Body:
    mass: float
    position: tuple[float, float]
    marks: list[int]


def mean(xs: list[float]) -> float:
    return sum(xs) / len(xs)


def scale(d: dict[int, float], by: float) -> dict[int, float]:
    return {k: v * by for k, v in d.items()}


def spread(s: set[int]) -> int:
    return max(s) - min(s)


def move(b: Body, dx: float) -> Body:
    x, y = b.position
    return Body(b.mass * 2, (x + dx, y), b.marks + [len(b.marks)])


def make(m: float) -> list[Body]:
    return [move(Body(m, (0.0, 1.0), [7]), 2.0)]


# run: mean([1.0, 2.0, 4.5])
# run: scale({3: 1.5, 1: 2.0}, 2.0)
# run: spread({5, 9, 7})
# run: make(1.5)
