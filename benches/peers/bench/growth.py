"""How time grows with size: each kernel at 10^3, 10^4, … elements, time per operation."""
from bench import report
from bench.build import say

SIZES = [10**k for k in range(3, 8)]


def measure(bench, cases, peers):
    """For each case and peer, ns per operation at each size that makes sense."""
    found = []
    for case in cases:
        rows = {size: bench.measure(case, size, peers) for size in SIZES if size <= case.most}
        for peer in peers:
            cost = {size: per_operation(case, row, peer) for size, row in rows.items()}
            if any(cost.values()):
                found.append((case, peer, cost))
                say(f"{case.name:16} {peer:8}", "  ".join(report.digits(value) for value in cost.values()))
    return found


def per_operation(case, row, peer):
    time = report.milliseconds(row, peer)
    return time and time * 1e6 / case.work(row["size"])


def text(found):
    head = ["ns per element", "peer", *(f"10^{len(str(size)) - 1}" for size in SIZES)]
    body = [[case.what, peer, *(report.digits(cost.get(size)) for size in SIZES)] for case, peer, cost in found]
    return report.table(head, body)
