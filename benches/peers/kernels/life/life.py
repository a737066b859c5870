"""One generation of the Game of Life; the world has a rim of one cell."""


def life(world: "uint8[:, ::1]"):
    near = (world[:-2, :-2] + world[:-2, 1:-1] + world[:-2, 2:]
            + world[1:-1, :-2] + world[1:-1, 2:]
            + world[2:, :-2] + world[2:, 1:-1] + world[2:, 2:])
    return (near == 3) | (near == 2) & (world[1:-1, 1:-1] == 1)
