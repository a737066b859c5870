from bench.case import Case, random, side

CASES = [
    Case("life", "Game of Life, 1024²", lambda n: [random(n).integers(0, 2, (side(n) + 2, side(n) + 2)).astype("uint8")],
         lambda world: world.shape, size=1024 * 1024),
]
