"""Rounds: in each, every peer of a case runs once for some milliseconds, in turn, in one Python and one Node process."""
import json
import os
import pathlib
import subprocess
import tempfile

from bench.build import HERE, say

PYTHON = ["numpy", "numba", "native"]
NODE = ["wasm", "clang", "simd", "hand", "js", "ts"]
PEERS = ["wasm", "native", "numpy", "numba", "clang", "simd", "hand", "js", "ts"]
#: One thread for everybody.
THREADS = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS")}
#: Python's peers all take their results from one `malloc`, which keeps freed memory: else some rounds pay for fresh pages.
MALLOC = {"MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": str(1 << 40)}
#: A peer that takes longer than this for a call (ns) runs in every third round only.
SLOW = 400e6
#: A call that takes less (ns) is worth three goes.
SHORT = 40e6


class Failed(Exception):
    """A peer that cannot do something; the text says why."""


class Process:
    """One of the two processes."""

    def __init__(self, command):
        environment = dict(os.environ, PYTHONPATH=str(HERE), PYTHONDONTWRITEBYTECODE="1", **THREADS, **MALLOC)
        self.process = subprocess.Popen([str(part) for part in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)

    def __call__(self, do, **request):
        self.process.stdin.write(json.dumps({"do": do, **request}) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit("a process of the benchmark has ended")
        answer = json.loads(line)
        if "error" in answer:
            raise Failed(answer["error"])
        return answer["ok"]


class Bench:
    """The two processes and what is compiled."""

    def __init__(self, builder, npcs, options):
        self.builder, self.npcs, self.options = builder, npcs, options
        self.scratch = tempfile.TemporaryDirectory(prefix="npc-peers-")
        self.python = Process([builder.python, "-m", "bench.python_side"])
        self.node = Process(["node", HERE / "bench" / "node_side.mjs", builder.node, self.scratch.name])

    def side(self, peer):
        return self.python if kind(peer) in PYTHON else self.node

    def measure(self, case, size, peers):
        """A row: what each peer's result is worth, and its times of each round, in ns."""
        data = pathlib.Path(self.scratch.name)
        loaded = self.python("load", name=case.name, size=size, folder=str(data))
        self.node("load", name=case.name, kernel=case.folder, data=loaded)
        row = {"case": case.name, "what": case.what, "label": case.label, "size": size, "forms": case.forms, "times": {}, "wrong": {}, "absent": {}}
        calls = {}
        for peer in peers:
            if case.peers and kind(peer) not in case.peers:
                continue
            try:
                self.open(case, peer, row, data)
                calls[peer] = self.warm(peer)
            except Failed as error:
                if "absent" not in str(error):
                    row["absent"][peer] = str(error)
        self.rounds(row, calls)
        return row

    def open(self, case, peer, row, data):
        """Compiles a peer's form, loads it and compares its result."""
        which = kind(peer)
        if which in PYTHON:
            library = self.npc(case, peer) / f"lib{case.folder}.so" if which == "native" else None
            wrong = self.python("open", peer=peer, library=str(library))
        else:
            origin = self.origin(case, peer)
            if origin is None:
                raise Failed("absent")
            result = data / "result.bin"
            dtype = self.node("open", peer=peer, **{"from": str(origin), "to": str(result)})
            wrong = self.python("compare_file", peer=which, path=str(result), dtype=dtype)
        if wrong:
            row["wrong"][peer] = wrong
            say(f"{case.name}: {peer} is wrong: {wrong}")

    def npc(self, case, peer):
        npc, options = self.npcs[peer.partition(":")[2]]
        return self.builder.npc(npc, case.folder, options)

    def origin(self, case, peer):
        """Where a peer of the Node side finds its form of a case."""
        which, folder = kind(peer), HERE / "kernels" / case.folder
        if which == "wasm":
            return self.npc(case, peer)
        if which in ("clang", "simd"):
            return self.builder.clang(case.folder, f"{case.folder}.c" if which == "clang" else f"{case.folder}.simd.c")
        path = folder / (f"{case.folder}.wat" if which == "hand" else f"{case.folder}.mjs")
        return path if path.exists() else None

    def warm(self, peer):
        """Runs a peer until its compilers have had their time; the number of calls that take a sample's time, and its rounds."""
        spent, calls, best = 0.0, 1, float("inf")
        count = 0
        while spent < self.options.warm * 1e6 or count < 3:
            took = self.side(peer)("time", peer=peer, calls=calls)
            best = min(best, took / calls)
            spent += took
            count += 1
            calls = max(1, min(calls * 4, int(self.options.sample * 1e6 / max(best, 1))))
            if best > SLOW:
                break
        return max(1, int(self.options.sample * 1e6 / max(best, 1))), best

    def rounds(self, row, calls):
        peers = list(calls)
        for turn in range(self.options.rounds):
            order = peers[turn % len(peers):] + peers[:turn % len(peers)] if peers else []
            for peer in order:
                times = row["times"].setdefault(peer, [])
                count, best = calls[peer]
                if best > SLOW and turn % 3:
                    times.append(None)
                else:
                    times.append(self.sample(peer, count, best))

    def sample(self, peer, calls, best):
        """Nanoseconds of a call: the best of three goes if calls are short, for what else runs on the machine comes in bursts."""
        goes = 3 if best < SHORT else 1
        calls = max(1, calls // goes)
        return min(self.side(peer)("time", peer=peer, calls=calls) for _ in range(goes)) / calls


def kind(peer):
    """`wasm:old` is the peer `wasm` with another npc."""
    return peer.partition(":")[0]
