"""How long npc itself takes: criterion's best sample of twenty, for each function of each kernel, from source to wasm."""
import json
import pathlib
import time

from bench import report
from bench.build import ROOT, run, say

FEATURES = ["--no-default-features", "--features", "native"]
LIMIT = 3.0


def measure(target):
    """Name and ms of each function, slowest first."""
    say("cargo bench --bench compile")
    start = time.time()
    run(["cargo", "bench", *FEATURES, "--bench", "compile", "--", "^kernel/"], cwd=ROOT)
    return sorted(samples(pathlib.Path(target) / "criterion" / "kernel", start), key=lambda found: -found[1])


def samples(folder, start):
    """What criterion has written since then."""
    for path in folder.glob("*/new/sample.json"):
        if path.stat().st_mtime < start:
            continue
        sample = json.loads(path.read_text())
        yield path.parent.parent.name, min(spent / count for spent, count in zip(sample["times"], sample["iters"])) / 1e6


def text(found):
    body = [[name, report.digits(spent), "yes" if spent <= LIMIT else "no"] for name, spent in found]
    return report.table(["function", "ms", f"within {LIMIT:g} ms"], body)
