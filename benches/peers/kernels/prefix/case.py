from bench.case import Case, random, uniform

COMMON = dict(forms={"numpy": "np.cumsum"})
CASES = [
    Case("prefix_f64", "running sums of float64, a loop", lambda n: [uniform(n)], lambda x: [x.size], **COMMON),
    Case("prefix_i64", "running sums of int32, a loop", lambda n: [random(n).integers(-1000, 1000, n).astype("int32")], lambda x: [x.size],
         **COMMON),
]
