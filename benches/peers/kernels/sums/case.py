from bench.case import Case, random, uniform


def integers(n):
    return [random(n).integers(-1000, 1000, n).astype("int32")]


def floats(n):
    return [uniform(n)]


def extents(x):
    return [x.size]


CASES = [
    Case("sum_i64", "sum of int32 into int64", integers, extents, label="K1"),
    Case("sum_i32", "sum of int32 into int32", integers, extents, label="K1"),
    Case("sum_f64", "sum of float64", floats, extents, label="K1"),
    Case("mean_f64", "mean of float64", floats, extents, label="K1"),
    Case("var_f64", "variance of float64", floats, extents, label="K1"),
]
