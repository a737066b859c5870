"""How long npc itself takes: criterion's best sample of twenty, for each function of each kernel, from source to wasm."""
import json
import pathlib
import subprocess
import sys

from bench import report
from bench.build import ROOT, say

FEATURES = ["--no-default-features", "--features", "native"]
LIMIT = 3.0


def measure(target):
    """Name and ms of each function, slowest first."""
    say("cargo bench --bench compile")
    done = subprocess.run(["cargo", "bench", *FEATURES, "--bench", "compile", "--", "--quiet", "^kernel/"], cwd=ROOT, stdout=subprocess.DEVNULL)
    if done.returncode:
        sys.exit("cargo bench failed")
    return sorted(samples(pathlib.Path(target) / "criterion" / "kernel"), key=lambda found: -found[1])


def samples(folder):
    for path in folder.glob("*/new/sample.json"):
        sample = json.loads(path.read_text())
        yield path.parent.parent.name, min(time / count for time, count in zip(sample["times"], sample["iters"])) / 1e6


def text(found):
    body = [[name, report.digits(time), "yes" if time <= LIMIT else "no"] for name, time in found]
    return report.table(["function", "ms", f"within {LIMIT:g} ms"], body)
