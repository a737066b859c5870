"""CPython version of the `npc` module used by the kernels in stdlib/math.

It gives the kernels the same scalar operations the compiler gives them
(IEEE double, wrapping int64, no exceptions), so every kernel also runs under
CPython with NumPy.  Use `load_math()` to load the kernel folder as a package:

    import npc_host
    math = npc_host.load_math()
    math["exp"](1.0)

The kernels name dtypes in annotations only; the loader compiles them with
postponed annotations, so the names need not exist under CPython.
"""

import __future__
import importlib
import importlib.machinery
import os
import struct
import sys
import types

import numpy as np

# Wrapping integers, inf and NaN are ordinary results here.
np.seterr(all="ignore")

_M64 = (1 << 64) - 1


def _wrap(i):
    """Python int -> np.int64, modulo 2**64."""
    i = int(i) & _M64
    return np.int64(i - (1 << 64) if i >> 63 else i)


def bits(x):
    """float64 -> int64, same bits."""
    return np.int64(struct.unpack("<q", struct.pack("<d", x))[0])


def from_bits(i):
    """int64 -> float64, same bits."""
    return np.float64(struct.unpack("<d", struct.pack("<q", int(i)))[0])


def int64(x):
    """float64 -> int64: truncation, saturating, NaN -> 0."""
    if isinstance(x, (int, np.integer)):
        return _wrap(x)
    if x != x:
        return np.int64(0)
    if x >= 9223372036854775808.0:
        return np.int64(9223372036854775807)
    if x <= -9223372036854775808.0:
        return np.int64(-9223372036854775808)
    return np.int64(int(x))


def float64(x):
    """int64 -> float64 (round to nearest even), or float32 -> float64."""
    return np.float64(x)


def float32(x):
    """float64 -> float32 (round to nearest even)."""
    return np.float32(x)


def sqrt(x):
    return np.float64(np.sqrt(np.float64(x)))


def abs(x):
    return np.float64(np.fabs(np.float64(x)))


def floor(x):
    return np.float64(np.floor(np.float64(x)))


def rint(x):
    return np.float64(np.rint(np.float64(x)))


def copysign(x, y):
    return np.float64(np.copysign(np.float64(x), np.float64(y)))


def umulh(a, b):
    """High 64 bits of the unsigned product."""
    return _wrap(((int(a) & _M64) * (int(b) & _M64)) >> 64)


def shr_u(i, n):
    """Logical right shift; the count is taken modulo 64."""
    return _wrap((int(i) & _M64) >> (int(n) & 63))


def lt_u(a, b):
    """Unsigned a < b."""
    return (int(a) & _M64) < (int(b) & _M64)


class _KernelLoader(importlib.machinery.SourceFileLoader):
    """Compiles with postponed annotations and leaves no __pycache__ behind."""

    def get_code(self, fullname):
        path = self.get_filename(fullname)
        return self.source_to_code(self.get_data(path), path)

    def source_to_code(self, data, path, *, _optimize=-1):
        return compile(data, path, "exec", dont_inherit=True,
                       flags=__future__.annotations.compiler_flag,
                       optimize=_optimize)


class _KernelFinder:
    """Finds the submodules of the kernel package in its folder only."""

    def __init__(self, package, folder):
        self.prefix = package + "."
        self.folder = folder

    def find_spec(self, fullname, path=None, target=None):
        if not fullname.startswith(self.prefix):
            return None
        path = os.path.join(self.folder, fullname[len(self.prefix):] + ".py")
        if not os.path.exists(path):
            return None
        return importlib.machinery.ModuleSpec(
            fullname, _KernelLoader(fullname, path), origin=path)


def load_math(folder=None, package="npc_math"):
    """Load every kernel file; returns {kernel name: function}, helpers too."""
    if folder is None:
        folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "math")
    sys.modules["npc"] = sys.modules[__name__]
    if package not in sys.modules:
        module = types.ModuleType(package)
        module.__path__ = [folder]
        sys.modules[package] = module
        sys.meta_path.insert(0, _KernelFinder(package, folder))
    kernels = {}
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".py"):
            continue
        module = importlib.import_module(package + "." + name[:-3])
        for key, value in vars(module).items():
            if isinstance(value, types.FunctionType) and value.__module__ == module.__name__:
                kernels[key] = value
    return kernels
