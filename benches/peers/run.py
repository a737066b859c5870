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

from bench import case, compile_time, docs, figures, growth, report, safety, sizes
from bench.build import ROOT, Builder, say
from bench.measure import PEERS, Bench


def main():
    options = arguments()
    builder = Builder(options.cache, chosen(options))
    flags = options.npc_args.split()
    npcs = {"": (options.npc, flags), **{name: (options.npc, flags + extra) for name, extra in safety.VARIANTS.items()}}
    if options.against:
        npcs["old"] = (options.against, flags)
    if options.sizes:
        print(sizes.text(sizes.measure(builder, options.npc, flags)))
        return
    if options.compile:
        print(compile_time.text(compile_time.measure(options.target)))
        return
    bench = Bench(builder, npcs, options)
    if options.growth:
        print(growth.text(growth.measure(bench, wanted(options), chosen(options))))
    elif options.safety:
        found = safety.measure(bench, case.find, options.kernels)
        print(safety.text(found))
    elif options.docs:
        docs.write(everything(bench, builder, options, flags))
    else:
        rows = kernels(bench, options)
        print(text(rows, chosen(options)))
        save(options, rows)
        if any({"wasm", "native"} & {*row["wrong"], *row["absent"]} for row in rows):
            sys.exit("npc is wrong")


def kernels(bench, options):
    """A row for each case; each is told of as soon as it is there."""
    rows = []
    for found in wanted(options):
        rows.append(bench.measure(found, options.size or found.size, chosen(options)))
        say(line(rows[-1]))
    return rows


def wanted(options):
    """The named cases; for none, those of no special mode."""
    return case.find(options.kernels, None if options.kernels else "")


def everything(bench, builder, options, flags):
    """What the page in the docs is made of; first what takes least, for it may fail."""
    compiled = compile_time.measure(options.target)
    rows = kernels(bench, options)
    save(options, rows)
    return {
        "rows": rows,
        "safety": safety.measure(bench, case.find, options.kernels),
        "sizes": sizes.measure(builder, options.npc, flags),
        "compile": compiled,
        "rounds": options.rounds,
    }


def save(options, rows):
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(rows, indent=1))


def arguments():
    target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    built = [target / kind / "npc" for kind in ("release", "debug")]
    parser = argparse.ArgumentParser(description=__doc__)
    words = lambda text: [word for word in text.split(",") if word]
    parser.add_argument("--kernels", type=words, default=[], metavar="a,b", help="only these: K1 to K8, a kernel's folder, or the start of a case's name")
    parser.add_argument("--peers", type=words, default=[], metavar="a,b", help=f"only these of {','.join(PEERS)}")
    parser.add_argument("--npc", default=next((path for path in built if path.exists()), built[0]), help="the npc to measure")
    parser.add_argument("--npc-args", default="", help="more options for npc, as '--unchecked'")
    parser.add_argument("--against", metavar="NPC", help="another npc, which runs in the same rounds as wasm:old and native:old")
    parser.add_argument("--rounds", type=int, help="15 if not given, 5 with --quick")
    parser.add_argument("--quick", action="store_true", help="few and short rounds: to see what changes, not to publish")
    parser.add_argument("--size", type=int, help="elements, in place of each case's own number")
    parser.add_argument("--growth", action="store_true", help="time per element at 10^3 to 10^7 elements")
    parser.add_argument("--sizes", action="store_true", help="bytes of modules of one function")
    parser.add_argument("--compile", action="store_true", help="how long npc takes to compile each kernel, by cargo bench")
    parser.add_argument("--safety", action="store_true", help="what checks of bounds and of overflow cost")
    parser.add_argument("--docs", action="store_true", help="run everything and write docs/performance.md with its chart")
    parser.add_argument("--json", metavar="FILE", help="write all times")
    parser.add_argument("--cache", default=os.environ.get("NPC_PEERS_CACHE", target / "peers"), help="folder for packages and compiled kernels")
    options = parser.parse_args()
    options.rounds = options.rounds or (5 if options.quick else 15)
    options.target = target
    options.sample, options.warm = (2, 60) if options.quick else (5, 250)
    return options


def chosen(options):
    peers = options.peers or (["wasm", "native"] if options.growth else PEERS)
    return [*peers, *(f"{peer}:old" for peer in ("wasm", "native") if options.against and peer in peers)]


def line(row):
    times = "  ".join(f"{peer} {report.digits(report.milliseconds(row, peer))}" for peer in row["times"])
    return f"{row['case']:16} {times}"


def text(rows, peers):
    return "\n".join([report.times(rows, peers), report.quotients(rows, report.pairs(peers)), report.remarks(rows), figures.text(rows)])


if __name__ == "__main__":
    main()
