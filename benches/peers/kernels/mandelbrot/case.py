from bench.case import Case, side

CASES = [
    Case("mandelbrot", "Mandelbrot 400², 100 rounds", lambda n: [side(n), side(n)], lambda width, height: [], size=160_000, label="K7",
         forms={"numpy": "whole arrays"}, slack=0.001),
]
