# A small n-body step over 2-d arrays, which mutates both of its arguments.
import numpy as np


def step(pos, vel, mass, dt):
    n = pos.shape[0]
    for i in range(n):
        ax = 0.0
        ay = 0.0
        for j in range(n):
            if i != j:
                dx = pos[j, 0] - pos[i, 0]
                dy = pos[j, 1] - pos[i, 1]
                d2 = dx * dx + dy * dy + 0.01
                f = mass[j] / (d2 * np.sqrt(d2))
                ax += f * dx
                ay += f * dy
        vel[i, 0] += dt * ax
        vel[i, 1] += dt * ay
    pos += dt * vel


def energy(vel, mass):
    return 0.5 * np.sum(mass * (vel * vel).sum(axis=1))


# run: step(np.random.default_rng(0).random((5, 2)), np.zeros((5, 2)), np.ones(5), 0.01)
# run: step(np.random.default_rng(0).random((2, 7)).T, np.zeros((14, 2))[::2], np.arange(1.0, 8.0), 0.01)
# run: energy(np.random.default_rng(1).random((50, 2)), np.arange(50.0))
