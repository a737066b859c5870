"""What checks cost: every kernel with and without bounds checks, loops of Python ints with and without overflow checks."""
from bench import report
from bench.build import say

#: For npc of a peer `wasm:unchecked`, the options.
VARIANTS = {"unchecked": ["--unchecked"], "wrap": ["--int", "wrap"]}


def measure(bench, find, wanted):
    """Rows of the kernels, of ints without multiplication, of ints with."""
    plan = [("bounds", "", "unchecked"), ("ints", "ints", "wrap"), ("ints-times", "ints-times", "wrap")]
    found = {}
    for name, only, variant in plan:
        peers = ["wasm", f"wasm:{variant}", "native", f"native:{variant}"]
        found[name] = [bench.measure(case, case.size, peers) for case in find(wanted, only)]
        for row in found[name]:
            say(f"{row['case']:16}", "  ".join(f"{peer} {report.digits(report.milliseconds(row, peer))}" for peer in row["times"]))
    return found


def costs(found):
    """The geometric means for wasm."""
    variants = {"bounds": "unchecked", "ints": "wrap", "ints-times": "wrap"}
    return {name: report.mean([report.ratio(row, "wasm", f"wasm:{variants[name]}") for row in rows]) for name, rows in found.items()}


def text(found):
    parts = []
    for name, variant in (("bounds", "unchecked"), ("ints", "wrap"), ("ints-times", "wrap")):
        pairs = [(peer, f"{peer}:{variant}") for peer in ("wasm", "native")]
        parts.append(report.quotients(found[name], pairs))
    return "\n".join(parts)
