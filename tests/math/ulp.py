"""The largest error of each math function in units of the last place (ULP), and its special values.

    python3 tests/math/ulp.py target/debug/npc                       a quick look; exit status 1 if something exceeds its limit
    python3 tests/math/ulp.py target/release/npc --points 10000000   the table of docs/math.md
        --worst FOLDER    also the hard cases of CORE-MATH, from a copy of its repository
        --dtype float32   one dtype only
        sin cos           these functions only

npc compiles the functions into a shared library. libquadmath (of gcc, on x86) is the oracle; special values are NumPy's.
"""

import argparse
import ctypes
import glob
import math
import os
import subprocess
import sys
import tempfile

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
LIMIT = 1.0
# Not asked to be within 1 ULP.
LIMITS = {"erfc": 3.0}
CORE_MATH = {"arcsin": "asin", "arccos": "acos", "arctan": "atan", "arctan2": "atan2", "arcsinh": "asinh",
             "arccosh": "acosh", "arctanh": "atanh", "power": "pow"}
INF, NAN = math.inf, math.nan


# ---- points: each generator yields so many arguments for a dtype

def uniform(low, high):
    return lambda rng, n, dtype: rng.uniform(low, high, n).astype(dtype)


def scaled(low, high, signed=True):
    """Exponents evenly in low .. high, as far as the dtype has them."""
    def points(rng, n, dtype):
        smallest, largest = (-149, 127) if dtype == np.float32 else (-1074, 1023)
        exponents = rng.integers(np.clip(low, smallest, largest), np.clip(high, smallest, largest) + 1, n)
        x = np.ldexp(rng.uniform(1, 2, n), exponents)
        return (x * rng.choice([-1.0, 1.0], n) if signed else x).astype(dtype)
    return points


def around(center, low, high):
    """At a distance of 2**low .. 2**high."""
    return lambda rng, n, dtype: (center + scaled(low, high)(rng, n, np.float64)).astype(dtype)


def near_multiples(of, most):
    """A few ULP from multiples."""
    def points(rng, n, dtype):
        x = (rng.integers(-most, most, n) * np.longdouble(of)).astype(dtype)
        for _ in range(2):
            x = np.where(rng.random(n) < 0.5, x, np.nextafter(x, (x * 0 + rng.choice([-INF, INF], n)).astype(dtype)))
        return x
    return points


ANY = scaled(-1074, 1023)
POSITIVE = scaled(-1074, 1023, signed=False)
ANGLES = [uniform(-0.8, 0.8), uniform(-100, 100), uniform(-102943, 102943), uniform(-2e6, 2e6), ANY,
          near_multiples(np.pi / 2, 65536), near_multiples(np.pi / 2, 1 << 40)]
LOGS = [POSITIVE, uniform(0.4, 2.5), around(1.0, -53, -3), scaled(-1074, -1022, signed=False)]
HYPERBOLIC = [uniform(-1.5, 1.5), uniform(-30, 30), scaled(-1074, 9), uniform(-710.4, 710.4)]
UNIT = [uniform(-1, 1), scaled(-1074, -1), around(1.0, -53, -2), around(-1.0, -53, -2), uniform(0.4, 0.6)]
PAIRS = [(uniform(-1, 1), uniform(-1, 1)), (ANY, ANY), (scaled(-4, 4), scaled(-4, 4)), (scaled(-1074, -1000), scaled(-1074, -1000)),
         (scaled(1000, 1023), scaled(1000, 1023)), (scaled(-510, -490), scaled(-510, -490))]

FUNCTIONS = {
    "exp": [uniform(-745.2, 709.8), uniform(-1, 1), uniform(-745.2, -708), uniform(-104, 89), scaled(-1074, 0)],
    "exp2": [uniform(-1075, 1024), uniform(-1, 1), uniform(-1075, -1021), uniform(-150, 128), scaled(-1074, 0)],
    "expm1": [uniform(-1.5, 1.5), uniform(-45, 60), uniform(30, 709.8), scaled(-1074, 0)],
    "log": LOGS,
    "log2": LOGS,
    "log10": LOGS,
    "log1p": [uniform(-0.9, 1.5), POSITIVE, scaled(-1074, -1), around(-1.0, -53, -1)],
    "sin": ANGLES,
    "cos": ANGLES,
    "tan": ANGLES,
    "arcsin": UNIT,
    "arccos": UNIT,
    "arctan": [uniform(-4, 4), ANY, scaled(-30, 6)],
    "arctan2": PAIRS,
    "sinh": HYPERBOLIC,
    "cosh": HYPERBOLIC,
    "tanh": HYPERBOLIC,
    "arcsinh": [uniform(-3, 3), ANY, scaled(-5, 40)],
    "arccosh": [uniform(1, 3), scaled(0, 1023, signed=False), around(1.0, -52, 8)],
    "arctanh": UNIT,
    "cbrt": [uniform(-10, 10), ANY, scaled(-1074, -1020)],
    "power": [(uniform(0.5, 2), uniform(-60, 60)), (POSITIVE, uniform(-1.5, 1.5)), (around(1.0, -50, -3), scaled(0, 40)),
              (scaled(-3, 3, signed=False), uniform(-300, 300))],
    "hypot": PAIRS,
    "erf": [uniform(-1.3, 1.3), uniform(-6.5, 6.5), scaled(-1074, 3)],
    "erfc": [uniform(-1.3, 1.3), uniform(-6.5, 6.5), uniform(1, 27)],
}
TWO = {"arctan2", "power", "hypot"}
# Functions of `math` only.
SCALAR = {"erf", "erfc"}

SPECIAL = [0.0, INF, NAN, 1.0, 2.0, 3.0, 0.5, 1.5, 5e-324, 2.2250738585072014e-308, 1e-200, 1e200, 1.7976931348623157e308,
           math.nextafter(1.0, 0.0), math.nextafter(1.0, 2.0), 2.0**52 + 1, 2.0**53, 2.0**64, 709.0, 710.0, 711.0, 1024.0, 746.0,
           1074.0, 1075.0, 1076.0, 22.5, 89.0, 104.0, 150.0, 1e6, 1e15, 1e-40, 1e-45, 3.4028234663852886e38]

EXACT = {
    "exp2": [((i,), math.ldexp(1.0, i)) for i in range(-1074, 1024, 7)],
    "log2": [((math.ldexp(1.0, i),), i) for i in range(-1074, 1024, 7)],
    "log10": [((10.0**i,), i) for i in range(23)],
    "cbrt": [((i**3,), i) for i in range(-300, 300)],
    "power": [((i, j), i**j) for i in range(-12, 31) for j in range(40) if abs(i**j) < 1 << 53]
    + [((i, -1.0), 1.0 / i) for i in (1, 2, 4, 8, -16, 1024)] + [((i * i, 0.5), i) for i in range(1, 300)],
    "hypot": [((3.0 * 2.0**i, 4.0 * 2.0**i), 5.0 * 2.0**i) for i in range(-1074, 1020, 13)],
}


# ---- the functions, compiled

class Array(ctypes.Structure):
    _fields_ = [(name, ctypes.c_int64) for name in ("parent", "nitems", "itemsize", "data", "shape", "stride")]

    @staticmethod
    def of(a):
        return Array(0, len(a), a.itemsize, a.ctypes.data, len(a), a.itemsize)


def source():
    """A Python file with every function for every dtype, over arrays."""
    lines = ["import math", "import numpy as np", "from numba import jit, float32, float64"]
    for name in FUNCTIONS:
        for dtype in ("float64", "float32"):
            names = "x, y" if name in TWO else "x"
            kinds = ", ".join([dtype + "[::1]"] * (2 if name in TWO else 1))
            lines += ["", "", "@jit(%s[::1](%s), nopython=True)" % (dtype, kinds), "def %s_%s(%s):" % (name, dtype, names)]
            if name in SCALAR:
                lines += ["    out = np.empty_like(x)", "    for i in range(len(x)):", "        out[i] = math.%s(x[i])" % name,
                          "    return out"]
            else:
                lines += ["    return np.%s(%s)" % (name, names)]
    return "\n".join(lines) + "\n"


class Kernels:
    """Calls into npc's library and the oracle's."""

    def __init__(self, npc, folder):
        path = os.path.join(folder, "kernels.py")
        with open(path, "w", encoding="utf-8") as file:
            file.write(source())
        subprocess.run([npc, path, "-o", os.path.join(folder, "libkernels.so")], check=True, stdout=subprocess.DEVNULL)
        oracle = os.path.join(folder, "oracle.so")
        subprocess.run(["gcc", "-O2", "-shared", "-fPIC", "-o", oracle, os.path.join(HERE, "oracle.c"), "-lquadmath", "-lm"], check=True)
        self.kernels = ctypes.CDLL(os.path.join(folder, "libkernels.so"))
        self.oracle = ctypes.CDLL(oracle)
        self.oracle.worst64.restype = self.oracle.worst32.restype = ctypes.c_double
        self.context = (ctypes.c_int64 * 40)()

    def __call__(self, name, *args):
        args = [np.ascontiguousarray(arg) for arg in args]
        out = np.empty_like(args[0])
        result, arrays = Array.of(out), [Array.of(arg) for arg in args]
        function = getattr(self.kernels, "kernels_%s_%s" % (name, out.dtype))
        assert function(ctypes.byref(result), self.context, *map(ctypes.byref, arrays)) == 0, name
        return out

    def worst(self, name, *args):
        """The largest error and its arguments."""
        args = [np.ascontiguousarray(arg) for arg in args]
        got, at = self(name, *args), ctypes.c_int64()
        function = self.oracle.worst32 if got.dtype == np.float32 else self.oracle.worst64
        pointers = [ctypes.c_void_p(a.ctypes.data) for a in (got, args[0], args[-1])]
        error = function(name.encode(), *pointers, ctypes.c_int64(len(got)), ctypes.byref(at))
        return error, tuple(float(arg[at.value]) for arg in args)


# ---- checks

def measured(kernels, name, dtype, points):
    """The largest error over random points."""
    rng = np.random.default_rng(sum(name.encode()))
    worst = (-1.0, None)
    rounds = 1 + points // 1_000_000
    for generators in FUNCTIONS[name] * rounds:
        pair = generators if name in TWO else (generators,)
        n = points // len(FUNCTIONS[name]) // rounds + 1
        worst = max(worst, kernels.worst(name, *(points_of(rng, n, dtype) for points_of in pair)), key=lambda w: w[0])
    return worst


def hard_cases(name, dtype, folder):
    """Arguments that are hard to round, of both signs: the file beside this one, and CORE-MATH's own if there is a folder."""
    stem = CORE_MATH.get(name, name)
    lines = [line[len(stem) + 1:] for line in open(os.path.join(HERE, "hard_cases.txt"), encoding="utf-8") if line.startswith(stem + " ")]
    if folder:
        suffix = "f" if dtype == np.float32 else ""
        for path in glob.glob(os.path.join(folder, "**", stem + suffix + ".wc"), recursive=True):
            lines += open(path, encoding="utf-8")
    cases = []
    for line in lines:
        # Beside numbers there are names of errors.
        words = [word for word in line.split("#")[0].replace(",", " ").split() if word[0] != "E"]
        if words and "snan" not in line.lower():
            cases.append([float.fromhex(word) for word in words])
    count = 2 if name in TWO else 1
    columns = np.array([case for case in cases if len(case) == count], dtype).reshape(-1, count).T
    signs = [(s, t) for s in (1, -1) for t in (1, -1)] if count == 2 else [(1,), (-1,)]
    return [np.concatenate([columns[i] * sign[i] for sign in signs]).astype(dtype) for i in range(count)]


def numpy_says(name, args):
    if name in SCALAR:
        return np.array([getattr(math, name)(x) for x in args[0].tolist()], args[0].dtype)
    return getattr(np, name)(*args)


def special_values(kernels, name, dtype):
    """Complaints about arguments where npc and NumPy differ by more than 2 ULP, in sign or in kind."""
    values = np.array(SPECIAL + [-x for x in SPECIAL])
    values = np.unique(values.astype(dtype).view(np.int32 if dtype == np.float32 else np.int64)).view(dtype)
    args = [grid.ravel() for grid in np.meshgrid(values, values)] if name in TWO else [values]
    got, want = kernels(name, *args), numpy_says(name, args)
    nan = np.isnan(got) | np.isnan(want)
    room = np.where(np.isfinite(want), 2 * (LIMITS.get(name, LIMIT)) * np.abs(np.spacing(want)), 0)
    close = (np.signbit(got) == np.signbit(want)) & ((got == want) | (np.abs(got - want) <= room))
    wrong = ~np.where(nan, np.isnan(got) & np.isnan(want), close)
    return ["%s(%s) is %r, in NumPy %r" % (name, ", ".join(repr(float(a[i])) for a in args), float(got[i]), float(want[i]))
            for i in np.flatnonzero(wrong)]


def exact_values(kernels, name, dtype):
    """Complaints about results that have to be exact."""
    cases = [(args, want) for args, want in EXACT.get(name, []) if all(float(dtype(v)) == v for v in (*args, want))]
    if not cases:
        return []
    got = kernels(name, *(np.array(column, dtype) for column in zip(*(args for args, _ in cases))))
    return ["%s%r is %r, not %r" % (name, args, float(value), want) for (args, want), value in zip(cases, got) if value != want]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("npc")
    parser.add_argument("--points", type=int, default=20_000)
    parser.add_argument("--worst", metavar="FOLDER")
    parser.add_argument("--dtype", choices=["float64", "float32"])
    parser.add_argument("names", nargs="*", default=[])
    options = parser.parse_intermixed_args()
    np.seterr(all="ignore")
    complaints = []
    with tempfile.TemporaryDirectory() as folder:
        kernels = Kernels(options.npc, folder)
        print("| function | float64 | hard cases | float32 | hard cases |\n|---|---|---|---|---|")
        for name in options.names or FUNCTIONS:
            cells = []
            for dtype in (np.float64, np.float32):
                if options.dtype not in (None, dtype.__name__):
                    cells += ["", ""]
                    continue
                error, where = measured(kernels, name, dtype, options.points)
                cases = hard_cases(name, dtype, options.worst)
                hard, place = kernels.worst(name, *cases) if len(cases[0]) else (0.0, None)
                for what, at in (error, where), (hard, place):
                    if not what <= LIMITS.get(name, LIMIT):
                        complaints.append("%s, %s: %.4f ULP at %s" % (name, dtype.__name__, what, ", ".join(x.hex() for x in at)))
                cells += ["%.3f" % error, "%.3f of %s" % (hard, format(len(cases[0]), ","))]
                complaints += special_values(kernels, name, dtype) + exact_values(kernels, name, dtype)
            print("| `%s` | %s |" % (name, " | ".join(cells)), flush=True)
    for complaint in complaints[:100]:
        print("WRONG:", complaint)
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
