#!/usr/bin/env python3
"""Measures npc against its peers: `python3 benches/peers/run.py --quick`. See benches/README.md."""
import argparse
import json
import os
import pathlib
import sys

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from bench import case, report
from bench.build import ROOT, Builder, say
from bench.measure import PEERS, Bench

PAIRS = [("wasm", "clang"), ("wasm", "simd"), ("wasm", "hand"), ("wasm", "numpy"), ("wasm", "js"), ("wasm", "ts"), ("native", "numba"),
         ("native", "numpy"), ("native", "wasm")]


def main():
    options = arguments()
    builder = Builder(options.cache)
    builder.packages()
    npcs = {"": (options.npc, options.npc_args.split())}
    if options.against:
        npcs["old"] = (options.against, options.npc_args.split())
    bench = Bench(builder, npcs, options)
    peers = chosen(options)
    rows = []
    for found in case.find(options.kernels):
        rows.append(bench.measure(found, options.size or found.size, peers))
        say(line(rows[-1]))
    print(text(rows, peers, options))
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(rows, indent=1))


def arguments():
    target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    built = [target / kind / "npc" for kind in ("release", "debug")]
    parser = argparse.ArgumentParser(description=__doc__)
    words = lambda text: [word for word in text.split(",") if word]
    parser.add_argument("--kernels", type=words, default=[], metavar="a,b", help="only these: K1 to K8, a kernel's folder, or the start of a case's name")
    parser.add_argument("--peers", type=words, default=PEERS, metavar="a,b", help=f"only these of {','.join(PEERS)}")
    parser.add_argument("--npc", default=next((path for path in built if path.exists()), built[0]), help="the npc to measure")
    parser.add_argument("--npc-args", default="", help="more options for npc, as '--unchecked'")
    parser.add_argument("--against", metavar="NPC", help="another npc, which runs in the same rounds as wasm:old and native:old")
    parser.add_argument("--rounds", type=int, help="15 if not given, 5 with --quick")
    parser.add_argument("--quick", action="store_true", help="few and short rounds: to see what changes, not to publish")
    parser.add_argument("--size", type=int, help="elements, in place of each case's own number")
    parser.add_argument("--json", metavar="FILE", help="write all times")
    parser.add_argument("--cache", default=os.environ.get("NPC_PEERS_CACHE", target / "peers"), help="folder for packages and compiled kernels")
    options = parser.parse_args()
    options.rounds = options.rounds or (5 if options.quick else 15)
    options.sample, options.warm = (2, 60) if options.quick else (5, 250)
    return options


def chosen(options):
    peers = list(options.peers)
    if options.against:
        peers += [f"{peer}:old" for peer in ("wasm", "native") if peer in peers]
    return peers


def pairs(peers):
    wanted = PAIRS + [("wasm", "wasm:old"), ("native", "native:old")]
    return [pair for pair in wanted if pair[0] in peers and pair[1] in peers]


def line(row):
    times = "  ".join(f"{peer} {report.digits(report.milliseconds(row, peer))}" for peer in row["times"])
    return f"{row['case']:16} {times}"


def text(rows, peers, options):
    parts = [report.times(rows, peers), report.quotients(rows, pairs(peers)), report.remarks(rows)]
    return "\n".join(parts)


if __name__ == "__main__":
    main()
