"""Conway's Game of Life, with eight shifted slices and no loop."""
from numba import njit
import numpy as np


# npc: domain world: (3..9, 3..9) 0..1
@njit("int64(uint8[:, ::1])")
def step(world):
    """One generation, and the number of the living. The rim of the array repeats the other side: the world is a torus.

    >>> world = np.zeros((7, 7), np.uint8)
    >>> world[3, 2:5] = 1
    >>> int(step(world))
    3
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
    return np.count_nonzero(alive)


# npc: domain world: (3..9, 3..9) 0..1; density: 0..1
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


# npc: domain world: (3..9, 3..9) 0..1; pixels, trace: (world.0 - 2, world.1 - 2); colours: (256)
@njit("void(uint32[:, ::1], uint8[:, ::1], uint8[:, ::1], uint32[::1])")
def paint(pixels, trace, world, colours):
    """The living in full colour; the dead leave a trace, which fades.

    >>> pixels, trace = np.zeros((1, 2), np.uint32), np.full((1, 2), 100, np.uint8)
    >>> world = np.array([[0, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 0]], np.uint8)
    >>> paint(pixels, trace, world, np.arange(256, dtype=np.uint32))
    >>> pixels
    array([[255,  87]], dtype=uint32)
    """
    alive = world[1:-1, 1:-1]
    trace[...] = np.where(alive == 1, 255, trace - (trace >> 3) - (trace > 0))
    rows, columns = pixels.shape
    for i in range(rows):
        for j in range(columns):
            pixels[i, j] = colours[trace[i, j]]
