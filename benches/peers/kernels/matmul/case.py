from bench.case import Case, side, uniform


def squares(dtype):
    return lambda n: [uniform(side(n) ** 2, -1.0, 1.0, seed=k).reshape(side(n), -1).astype(dtype) for k in range(2)]


def extents(a, b):
    return [*a.shape, b.shape[1]]


COMMON = dict(size=512 * 512, label="K5", work=lambda n: side(n) ** 3, most=1_000_000)
CASES = [
    Case("matmul_f64", "matmul 512, float64", squares("float64"), extents, tolerance=1e-12, exact=False, **COMMON),
    Case("matmul_f32", "matmul 512, float32", squares("float32"), extents, tolerance=1e-4, exact=False, **COMMON),
]
