"""The figures that npc has to reach, and whether a run shows them."""
from bench import report


def figures(rows):
    """Name, value, limit of each figure that a run can tell."""
    def over(peer, base, keep=lambda row: True):
        return {row["case"]: report.ratio(row, peer, base) for row in rows if keep(row) and report.ratio(row, peer, base)}

    def labelled(label):
        return lambda row: row["label"] == label

    def whole(row):
        return row["case"].startswith("sum_i")

    def others(label):
        return lambda row: row["label"] != label

    return [
        ("wasm / clang's plain loops, geometric mean", report.mean(over("wasm", "clang").values()), 0.80),
        ("… worst", *worst(over("wasm", "clang")), 1.15),
        ("wasm / clang's intrinsics, geometric mean", report.mean(over("wasm", "simd").values()), 1.05),
        ("wasm / NumPy without matmul, geometric mean", report.mean(over("wasm", "numpy", others("K5")).values()), 0.50),
        ("… worst", *worst(over("wasm", "numpy", others("K5"))), 1.0),
        ("… matmul, worst", *worst(over("wasm", "numpy", labelled("K5"))), 3.2),
        ("wasm / JavaScript loops, geometric mean", report.mean(over("wasm", "js").values()), 0.35),
        ("native / Numba, geometric mean", report.mean(over("native", "numba").values()), 1.4),
        ("… without matmul", report.mean(over("native", "numba", others("K5")).values()), 1.25),
        ("K1, integers, in wasm / hand-written, worst", *worst(over("wasm", "hand", whole)), 1.15),
        ("K1, floats, in wasm / hand-written (which adds in another order), worst", *worst(over("wasm", "hand", lambda row: not whole(row))), 1.15),
        ("K3 in wasm / NumPy", *worst(over("wasm", "numpy", labelled("K3"))), 0.8),
        ("K8 in wasm / clang's plain loop", *worst(over("wasm", "clang", labelled("K8"))), 0.7),
    ]


def worst(values):
    """The largest, and whose it is."""
    if not values:
        return (None,)
    name = max(values, key=values.get)
    return values[name], name


def text(rows, more=()):
    body = []
    for name, value, *case, limit in [*figures(rows), *more]:
        if value is not None:
            body.append([name + (f" ({case[0]})" if case else ""), report.digits(value), f"≤ {limit}", "reached" if value <= limit else "missed"])
    return report.table(["figure", "measured", "limit", ""], body)
