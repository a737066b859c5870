from bench.case import Case, uniform

CASES = [
    Case("kmeans", "k-means step, 100000×2, 8 centres",
         lambda n: [uniform(n).reshape(-1, 2), uniform(16, seed=1).reshape(8, 2)],
         lambda points, centres: [*points.shape, centres.shape[0]], size=200_000, forms={"numba": "loops"}, tolerance=1e-9),
]
