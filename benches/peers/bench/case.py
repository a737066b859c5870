"""What a kernel's `case.py` says: names, arguments, extents, and how close answers must be."""
import importlib.util
import math
import pathlib
from collections.abc import Callable
from dataclasses import dataclass, field

KERNELS = pathlib.Path(__file__).resolve().parent.parent / "kernels"


@dataclass
class Case:
    """One function of a kernel, on one kind of data. Every peer has a function of this name."""

    name: str
    what: str
    #: Arguments for about n elements. The same n gives the same arguments in every process.
    args: Callable
    #: The extents that C and JavaScript get behind the destination.
    extents: Callable
    #: The n of a usual run.
    size: int = 1_000_000
    #: K1 to K8; others have no label.
    label: str = ""
    #: Operations for n elements, to divide the time by.
    work: Callable = lambda n: n
    #: The largest n in a run over sizes.
    most: int = 10_000_000
    #: npc's answer may differ from NumPy's by so many units in the last place (a function such as `exp`).
    ulps: int = 0
    #: Answers may differ by so much, relative to the largest: sums in another order, for instance.
    tolerance: float = 1e-9
    #: False: npc's answer too only has to be within `tolerance`.
    exact: bool = True
    #: Part of the elements that may differ at all: where a test of rounded values decides.
    slack: float = 0.0
    #: Where a peer runs another form of the program, which.
    forms: dict = field(default_factory=dict)
    #: Part of this mode of the command only, or of a run that names the case.
    only: str = ""
    #: The only peers that have the case; all if empty.
    peers: tuple = ()
    #: Folder of the kernel; set by `find`.
    folder: str = ""


def random(n, seed=0):
    """Random numbers for n elements."""
    import numpy as np

    return np.random.default_rng([n, seed])


def uniform(n, low=0.0, high=1.0, seed=0):
    """n float64 between two limits."""
    return random(n, seed).uniform(low, high, n)


def side(n):
    """The side of a square with about n elements."""
    return math.isqrt(n)


def find(wanted=(), only=None):
    """The cases of a mode, of all modes for None, that one of these words names: a label, a folder, the start of a name."""
    cases = []
    for path in sorted(KERNELS.glob("*/case.py")):
        for case in load(path).CASES:
            case.folder = path.parent.name
            cases.append(case)
    cases.sort(key=lambda case: (case.label == "", case.label))
    return [case for case in cases if only in (None, case.only) and (not wanted or any(matches(case, want) for want in wanted))]


def matches(case, want):
    return case.label.lower() == want.lower() or case.name.startswith(want) or case.folder == want


def load(path, name=None):
    """The module in a file."""
    spec = importlib.util.spec_from_file_location(name or f"{path.parent.name}_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
