"""The process of the Python side: NumPy, Numba, and npc's native code through ctypes.

It reads one JSON request a line and answers each with one line. NumPy's result is the oracle, so it also writes the data that the Node
side reads, and compares the results of all peers.
"""
import json
import pathlib
import sys
import time
import warnings

import numpy as np

from bench import case as cases
from bench.native import Library

warnings.filterwarnings("ignore")


class Side:
    """What is loaded: one case, with its data and peers."""

    def __init__(self):
        self.cases = {case.name: case for case in cases.find()}
        self.calls = {}

    def load(self, name, size, folder):
        """Makes the data of a case, writes them for the Node side, and asks NumPy for the answer."""
        self.case = self.cases[name]
        self.args = self.case.args(size)
        self.calls = {}
        arguments = [save(pathlib.Path(folder) / f"arg{k}.bin", value) for k, value in enumerate(self.args)]
        self.answer = self.form("numpy")(*self.args)
        extents = [int(extent) for extent in self.case.extents(*self.args)]
        result = {"dtype": np.asarray(self.answer).dtype.name, "shape": getattr(self.answer, "shape", ())}
        if not isinstance(self.answer, np.ndarray):
            result["shape"] = None
        return {"args": arguments, "extents": extents, "result": result}

    def form(self, peer):
        """The function that a Python peer runs: the program itself, or the peer's own form of it."""
        folder = cases.KERNELS / self.case.folder
        own = folder / f"{self.case.folder}_{peer}.py"
        for path in (own, folder / f"{self.case.folder}.py"):
            if path.exists() and hasattr(module := cases.load(path), self.case.name):
                return getattr(module, self.case.name)
        raise LookupError(self.case.name)

    def open(self, peer, library):
        """Makes a peer ready; the answer says whether its result is right."""
        kind = peer.partition(":")[0]
        if kind == "numpy":
            call = self.form("numpy")
        elif kind == "numba":
            import numba

            call = numba.njit(self.form("numba"))
        else:
            call = Library(library, self.case.folder).function(self.case.name, self.answer, self.args)
        self.calls[peer] = call
        return self.compare(kind, call(*self.args))

    def compare(self, peer, got):
        """None if the result is right, else what is wrong."""
        bits = peer in ("native", "wasm") and not self.form_differs() and self.case.exact
        return difference(np.asarray(got), np.asarray(self.answer), self.case, bits, peer in ("native", "wasm"))

    def form_differs(self):
        return "numpy" in self.case.forms

    def compare_file(self, peer, path, dtype):
        got = np.fromfile(path, dtype)
        return self.compare(peer, got.reshape(np.shape(self.answer)) if got.size == np.size(self.answer) else got)

    def time(self, peer, calls):
        """Nanoseconds of so many calls."""
        call, args = self.calls[peer], self.args
        start = time.perf_counter_ns()
        for _ in range(calls):
            call(*args)
        return time.perf_counter_ns() - start


def difference(got, wanted, case, bits, ours):
    """What two answers differ in, as text; None if they agree as far as the case asks."""
    if got.shape != wanted.shape:
        return f"shape {got.shape} instead of {wanted.shape}"
    if np.array_equal(got, wanted, equal_nan=wanted.dtype.kind in "fc"):
        return None
    error = np.abs(got.astype(wanted.dtype, copy=False) - wanted) if wanted.dtype.kind in "fc" else np.abs(got.astype(float) - wanted)
    if case.slack and np.count_nonzero(error) <= case.slack * error.size:
        return None
    if ours and bits and case.ulps == 0:
        return f"not the same bits as NumPy's: {example(got, wanted, error)}"
    if ours and case.ulps and np.all(error <= case.ulps * np.spacing(np.abs(wanted))):
        return None
    if wanted.dtype.kind in "fc" and np.max(error) <= case.tolerance * max(np.max(np.abs(wanted)), 1e-300):
        return None
    return example(got, wanted, error)


def example(got, wanted, error):
    at = np.unravel_index(np.argmax(error), error.shape)
    return f"{got[at]} instead of {wanted[at]}"


def save(path, value):
    """An argument, as the Node side reads it."""
    if not isinstance(value, np.ndarray):
        return {"value": value}
    value.tofile(path)
    return {"dtype": value.dtype.name, "shape": value.shape, "file": str(path)}


def main():
    side = Side()
    out, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        request = json.loads(line)
        try:
            answer = {"ok": getattr(side, request.pop("do"))(**request)}
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}".splitlines()[0][:200]}
        print(json.dumps(answer), file=out, flush=True)


if __name__ == "__main__":
    main()
