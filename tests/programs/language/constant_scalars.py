# Constants of the file: numbers, tuples, functions of each other; `global` for reading; names under `__main__`.
import math

RATE = 0.25
STEPS: int = 4
GRID = (1, 2, 4)
TOTAL = STEPS * RATE + GRID[2]
HALF_PI = math.pi / 2
double = lambda x: 2 * x


def use(x):
    global RATE
    return x * RATE + TOTAL, STEPS // 3, GRID[1], math.sin(HALF_PI)


def shadowed(x):
    RATE = x
    return RATE + STEPS


def called(x):
    return double(x) + double(RATE)


def sum_grid():
    s = 0
    for g in GRID:
        s += g
    return s


# run: use(2)
# run: shadowed(3)
# run: called(5)
# run: sum_grid()

if __name__ == "__main__":
    print(use(2))
