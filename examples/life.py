"""Conway's Game of Life, with eight shifted slices and no loop."""
from numba import njit
import numpy as np


# npc: domain world: {0, 1}, world.shape: (n + 2, m + 2)
@njit("void(uint8[:, ::1])")
def step(world):
    """One generation. The rim of the array repeats the other side, so that the world has no edge.

    >>> world = np.zeros((7, 7), np.uint8)
    >>> world[3, 2:5] = 1
    >>> step(world)
    >>> world[1:-1, 3]
    array([0, 1, 1, 1, 0], dtype=uint8)
    """
    world[0], world[-1] = world[-2], world[1]
    world[:, 0], world[:, -1] = world[:, -2], world[:, 1]
    n = (world[:-2, :-2] + world[:-2, 1:-1] + world[:-2, 2:]
         + world[1:-1, :-2] + world[1:-1, 2:]
         + world[2:, :-2] + world[2:, 1:-1] + world[2:, 2:])
    alive = world[1:-1, 1:-1]
    alive[...] = (n == 3) | (n == 2) & (alive == 1)


# npc: domain seed: 0..1000, density: 0..1
@njit("void(uint8[:, ::1], uint32, float64)")
def scatter(world, seed, density):
    """A random world: a hash of each cell's number decides.

    >>> world = np.zeros((4, 6), np.uint8)
    >>> scatter(world, 1, 0.5)
    >>> world[1:-1, 1:-1]
    array([[0, 0, 0, 0],
           [0, 0, 1, 1]], dtype=uint8)
    """
    k = np.arange(world.size, dtype=np.uint32) + seed * np.uint32(0x9E3779B9)
    k = (k ^ (k >> 16)) * np.uint32(0x21F0AAAD)
    k = (k ^ (k >> 15)) * np.uint32(0x735A2D97)
    world[...] = ((k ^ (k >> 15)) < density * 4294967296).reshape(world.shape)


# npc: domain world: {0, 1}, world.shape: (n + 2, m + 2), pixels.shape: (n, m), trace.shape: (n, m), colours.shape: (256)
@njit("int64(uint32[:, ::1], uint8[:, ::1], uint8[:, ::1], uint32[::1])")
def paint(pixels, trace, world, colours):
    """The living in full colour; the dead leave a trace, which fades. Answers with the number of the living.

    >>> pixels, trace = np.zeros((1, 2), np.uint32), np.full((1, 2), 100, np.uint8)
    >>> world = np.array([[0, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 0]], np.uint8)
    >>> int(paint(pixels, trace, world, np.arange(256, dtype=np.uint32)))
    1
    >>> pixels
    array([[255,  87]], dtype=uint32)
    """
    living = 0
    rows, columns = pixels.shape
    for i in range(rows):
        for j in range(columns):
            if world[i + 1, j + 1] == 1:
                trace[i, j] = 255
                living += 1
            elif trace[i, j] > 0:
                trace[i, j] -= trace[i, j] // 8 + 1
            pixels[i, j] = colours[trace[i, j]]
    return living
