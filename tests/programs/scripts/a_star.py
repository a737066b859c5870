# A* and Dijkstra on a grid: a heap of tuples, dicts of costs and parents, several heuristics.

import heapq

import numpy as np

FREE, WALL, MUD = 0, 1, 2
COSTS = {FREE: 1.0, MUD: 5.0}


class NoPath(Exception):
    """The goal cannot be reached."""


class Grid:
    def __init__(self, cells, diagonal=False):
        self.cells = cells
        self.height, self.width = cells.shape
        self.diagonal = diagonal

    def inside(self, cell):
        i, j = cell
        return 0 <= i < self.height and 0 <= j < self.width

    def passable(self, cell):
        return self.cells[cell[0], cell[1]] != WALL

    def neighbours(self, cell):
        """The neighbours that can be entered, with the cost of the step."""
        i, j = cell
        steps = [(0, 1), (1, 0), (0, -1), (-1, 0)]
        if self.diagonal:
            steps += [(1, 1), (1, -1), (-1, 1), (-1, -1)]
        found = []
        for di, dj in steps:
            other = (i + di, j + dj)
            if self.inside(other) and self.passable(other):
                cost = COSTS[int(self.cells[other])]
                if di != 0 and dj != 0:
                    cost *= 1.5
                found.append((other, cost))
        return found


def manhattan(a, b):
    return float(abs(a[0] - b[0]) + abs(a[1] - b[1]))


def chebyshev(a, b):
    return float(max(abs(a[0] - b[0]), abs(a[1] - b[1])))


def nothing(a, b):
    return 0.0


def search(grid, start, goal, heuristic=manhattan):
    """The path, its cost, and how many cells were looked at."""
    if not grid.passable(start):
        raise ValueError("the start is a wall")
    frontier = [(heuristic(start, goal), 0, start)]
    came_from = {start: start}
    cost_so_far = {start: 0.0}
    closed = set()
    pushed = 0
    while frontier:
        _, _, current = heapq.heappop(frontier)
        if current in closed:
            continue
        closed.add(current)
        if current == goal:
            return trace(came_from, current), cost_so_far[goal], len(closed)
        for other, step in grid.neighbours(current):
            cost = cost_so_far[current] + step
            if other not in cost_so_far or cost < cost_so_far[other]:
                cost_so_far[other] = cost
                came_from[other] = current
                pushed += 1
                heapq.heappush(frontier, (cost + heuristic(other, goal), pushed, other))
    raise NoPath("the goal is walled in")


def trace(came_from, cell):
    path = [cell]
    while came_from[cell] != cell:
        cell = came_from[cell]
        path.append(cell)
    path.reverse()
    return path


def maze(n, seed=3):
    cells = np.zeros((n, n), dtype=np.int64)
    state = seed
    for i in range(n):
        for j in range(n):
            state = (state * 16807) % 2147483647
            r = state % 100
            if r < 22:
                cells[i, j] = WALL
            elif r < 40:
                cells[i, j] = MUD
    cells[0, 0] = cells[-1, -1] = FREE
    return cells


def solve(n, diagonal):
    grid = Grid(maze(n), diagonal)
    heuristic = chebyshev if diagonal else manhattan
    path, cost, seen = search(grid, (0, 0), (n - 1, n - 1), heuristic)
    _, same, more = search(grid, (0, 0), (n - 1, n - 1), nothing)
    assert same == cost and more >= seen
    return np.array(path), cost, seen, more


def through(cells, start, goal):
    return search(Grid(cells), start, goal)[1]


def reachable(n):
    """Cells that can be reached, by breadth-first search over layers."""
    grid = Grid(maze(n))
    seen = {(0, 0)}
    layer = [(0, 0)]
    sizes = []
    while layer:
        sizes.append(len(layer))
        following = []
        for cell in layer:
            for other, _ in grid.neighbours(cell):
                if other not in seen:
                    seen.add(other)
                    following.append(other)
        layer = following
    return len(seen), len(sizes), max(sizes)


def attempts(n):
    """Counts what happens for many goals."""
    grid = Grid(maze(n))
    found = walled = invalid = 0
    for k in range(n):
        try:
            search(grid, (k, k), (n - 1 - k, k))
            found += 1
        except NoPath:
            walled += 1
        except ValueError:
            invalid += 1
    return found, walled, invalid


# run: solve(16, False)
# run: solve(12, True)
# run: through(np.zeros((4, 5), np.int64), (0, 0), (3, 4))
# run: through(np.array([[0, 2, 0], [0, 1, 0], [0, 0, 0]]), (0, 0), (0, 2))
# run: reachable(20)
# run: attempts(15)
# raises: NoPath: the goal is walled in
# run: through(np.array([[0, 1, 0], [0, 1, 0]]), (0, 0), (0, 2))
# raises: ValueError: the start is a wall
# run: through(np.ones((2, 2), np.int64), (0, 0), (1, 1))
