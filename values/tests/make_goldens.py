"""Writes goldens.txt: what Python and NumPy print, for tests/goldens.rs to compare.

    python3 make_goldens.py                              rewrites goldens.txt beside this file
    python3 make_goldens.py --random 20000 --seed 7 -o F  another, larger file: NPC_VALUES_GOLDENS=F cargo test

A case is a line that makes a value, then the lines of its `str` and of its `repr`, each behind a mark:

    array float64 (2,) C 0000000000000000000000000000f03f
    s|[0. 1.]
    r|array([0., 1.])

Cases are made by `array` (dtype, shape, element order, bytes), `scalar` (dtype, bytes) and `literal` (Python source).
Bytes are hexadecimal, repeated until they fill the array. `npy` and `npz` are whole files of which the repr is compared;
`h` is the header that writing the array gives. What `rejected` names is no literal.
"""

import argparse
import ast
import io
import pathlib
import random
import re
import struct
import warnings

import numpy as np

DTYPES = "bool int8 int16 int32 int64 uint8 uint16 uint32 uint64 float32 float64 complex64 complex128".split()
FLOATS = "float32 float64 complex64 complex128".split()


class Goldens:
    def __init__(self):
        self.lines = []

    def add(self, maker, text, representation):
        self.lines.append(maker)
        for mark, lines in (("s", text), ("r", representation)):
            if lines is not None:
                self.lines += [f"{mark}|{line}" for line in lines.split("\n")]

    def array(self, array, pattern=None):
        """`pattern` is what the bytes repeat, if they do."""
        fortran = array.flags.f_contiguous and not array.flags.c_contiguous
        data = pattern if pattern is not None else array.tobytes(order="A")
        shape = repr(array.shape).replace(" ", "")
        self.add(f"array {array.dtype} {shape} {'F' if fortran else 'C'} {data.hex() or '-'}", str(array), repr(array))

    def tiled(self, elements, shape):
        """An array that repeats `elements`."""
        elements = np.asarray(elements)
        self.array(np.resize(elements, shape), elements.tobytes())

    def scalar(self, scalar):
        self.add(f"scalar {scalar.dtype} {scalar.tobytes().hex()}", str(scalar), repr(scalar))

    def literal(self, source):
        value = ast.literal_eval(source)
        # Control characters stay out of the file, so it remains text.
        self.add(f"literal {source}", str(value) if str(value).isprintable() else None, repr(value))


def edge_values(dtype):
    info = np.finfo(dtype)
    below = np.nextafter
    limits = [1e-4, 1e-5, 1e6, 1e8, 1e15, 1e16, 1e17, 1.0, 1000.0, 0.1, 1 / 3, 123456.789, 12345678.9, 0.000123456789]
    values = [0.0, -0.0, np.nan, np.inf, -np.inf, info.max, -info.max, info.tiny, info.smallest_subnormal]
    values += [3333333.25, 1125899906842624.25, 1125899906842624.75, info.eps, 2.0**24, 2.0**53, 9007199254740993.0, 1e-10, 1e10, 5e-324]
    with np.errstate(over="ignore"):
        limits = [np.dtype(dtype).type(x) for x in limits]
        values = [np.dtype(dtype).type(x) for x in values]
    for x in limits:
        values += [x, -x, below(x, np.dtype(dtype).type(0)), below(x, np.dtype(dtype).type(np.inf))]
    return values


def scalars(out):
    for dtype in DTYPES[:9]:
        kind = np.dtype(dtype).type
        values = [0, 1] if dtype == "bool" else [0, 1, 100, np.iinfo(dtype).min, np.iinfo(dtype).max]
        for x in values:
            out.scalar(kind(x))
    for dtype in ("float32", "float64"):
        for x in edge_values(dtype):
            out.scalar(x)
    parts = [0.0, -0.0, 1.0, -2.0, 1.5, 1e6, 1e16, 1e-4, 1e-5, 0.1, np.nan, -np.nan, np.inf, -np.inf, 123456789.0]
    for dtype in ("complex64", "complex128"):
        for re in parts:
            for im in parts:
                out.scalar(np.dtype(dtype).type(complex(re, im)))


def literals(out):
    for source in """
        0 1 -1 +1 1_000 0xff 0X_FF 0o17 0b1_0 00 -0 9223372036854775807 -9223372036854775808
        0.0 -0.0 1. .5 -1.5 1e5 1E-5 1e16 1e15 1e22 123456789012345678.0 0.0001 0.00001 1_0.5_0e1_0 1e400 -1e400 01.5
        2j -2j 0j -0j 1.5j 01j 1e16j 1+2j 1-2j -1-2j -1+2j 1-0j 0-0j -0.0+2j -0.0-2j 1.5+1e-5j 1e16+1e300j
        True False None () [] (1,) (1) ((1)) [1] [1,] 1, 1,2 (1,2,) ((1,),[2,(3.5,)]) [True,None,-1.5,2j]
        '' "" 'a' "it's" 'say"' '\\'"' 'a\\n\\t\\r\\\\b' '\\x00\\x1f\\x7f\\x80\\xa0\\xad\\xff' 'é' 'ß\\u0301' '\\u2028'
        '\\ufeff' '\\ud7ff' '\\U0001f600' '\\U0010ffff' '\\q\\8' '\\0\\07\\101' 'a''b' r"""[:-2].split():
        out.literal(source)
    for source in ["( 1 , 2 )", "- 1", "1 + 2j", "[ ]", "'a' \"b\"", "1 , 2 ,", "[(1, 2), 'x', []]"]:
        out.literal(source)


def random_literal(rng):
    """Python source that may be a literal, and what it is worth; None if it is none, `...` if Python and npc differ."""
    tokens = "0 1 2 00 07 1_0 1__0 _1 0x1f 0b2 0o7 .5 1. 1.5 . 1e3 1e 1e-3 e5 2j 1.j 1_0j + - , , ( ) [ ] 'a' \"b\" '".split()
    tokens += ["True", "None", "False", "'\\x4", "'\\n'", " ", " ", "a", "1,", "(1,)", "[]", "()"]
    source = "".join(rng.choice(tokens) for _ in range(rng.randint(1, 7))).strip()
    try:
        with warnings.catch_warnings(action="ignore"):
            value = ast.literal_eval(source)
    except (ValueError, SyntaxError, TypeError):
        return source, None
    # Arithmetic on parentheses, triple quotes and integers of any size are Python's alone.
    python_only = re.search(r"\)\s*[-+]|[-+]\s*\(|\'\'\'", source) or re.search(r"\d{19}", repr(value))
    return source, ... if python_only else value


def random_literals(out, rng, count):
    for _ in range(count):
        source, value = random_literal(rng)
        if value is None and source != "None":
            out.lines.append(f"rejected {source}")
        elif value is not ...:
            out.literal(source)


def ranks(out):
    shapes = [(), (0,), (1,), (2,), (0, 3), (3, 0), (1, 1), (2, 3), (2, 0, 2), (2, 2, 2), (1, 2, 1, 2), (2, 1, 1, 1, 2)]
    for dtype in DTYPES:
        for shape in shapes:
            size = int(np.prod(shape))
            array = (np.arange(size) % 5).astype(dtype).reshape(shape)
            if dtype.startswith("complex"):
                array = np.asarray(array - 0.5j * array).astype(dtype)
            out.array(array)
    for shape in [(2, 3), (3, 2, 2), (4, 1)]:
        for dtype in ("int32", "float64", "bool"):
            out.array(np.asfortranarray(np.arange(np.prod(shape)).reshape(shape).astype(dtype)))


def line_breaks(out):
    for dtype in DTYPES:
        for size in (9, 18, 19, 25, 30, 40, 100):
            out.array((np.arange(size) * (3 if dtype == "int64" else 1)).astype(dtype))
    for n in range(1, 12):
        out.array(np.full(n, 10.0**n))
        out.array(np.full(n, 123456, np.int32))
        out.array(np.full((n,), -123456, np.int64))
        out.array(np.full((2, n + 8), 10**n, np.int64))
        out.array(np.full((2, 2, n), 1 / 3))
    out.array(np.full((1,) * 20, 7, np.int16))
    out.array(np.zeros((1,) * 40 + (3,), np.float32))


def summaries(out):
    pattern = np.array([1, 22, 333, -4], np.int64)
    for shape in [(1000,), (1001,), (2, 501), (501, 2), (11, 10, 10), (7, 7, 7, 7), (6, 6, 28), (1, 1001), (1001, 1)]:
        out.tiled(pattern, shape)
        out.tiled(pattern.astype(np.float32) / 3, shape)
    out.tiled(np.array([True, False, False]), (40, 30))
    out.tiled(np.array([1e-9, 5]), (1500,))
    out.tiled(np.array([1e-9, 5, 2.5j + 1]), (1500,))
    out.tiled(np.array([np.nan, 1, 2]), (30, 5, 10))
    out.tiled(np.array([1, 2], np.uint8), (2000, 2))
    out.array(np.tile(np.int64(12345678), (4, 300)), np.int64(12345678).tobytes())
    # Elements that are left out do not count for the format.
    wide = np.zeros(1002, np.int8)
    wide[500] = -100
    out.array(wide)


def floats(out):
    special = [np.nan, np.inf, -np.inf]
    groups = [
        [0.0], [-0.0], [0.0, -0.0], [1.0], [-1.0], [0.5], [1.5, 2.25], [1e-4], [9.9e-5], [1e8], [99999999.0], [1e6],
        [999999.0], [99999999.99999999], [1.0, 1000.0], [1.0, 1001.0], [0.001, 1.0], [0.00099, 1.0], [0.1, 100.1],
        [0.123456789], [0.1234567891, 1.0], [1.999999999], [0.999999996], [1e-10, 1.17549435e-38], [1e-10, 1.2345678e10],
        [1e100, 1e-100], [1e100], [1e-300, 1e300], [1e10, -1e10], [123456.7, 0.5], [1e16, 1.0], [3.4028235e38],
        [1e-45], [2.5e-5, 2.5], [1 / 3, 2 / 3], [1e5 / 3], [1e7 / 3], [1e9 / 3], [np.pi * 1e-7], [1.5e-7, 2e-8],
        [1.00000001e-10], [1.000000005e-10], [1.123456785e-10], [1.5, 1e-5], [9.99999999e-5], [9.999999995e9],
    ]  # fmt: skip
    for dtype in FLOATS:
        for group in [[x] for x in special] + [special, []] + groups:
            for extra in [[], [np.nan], [-np.inf], [np.inf, 0.0]]:
                with np.errstate(over="ignore"):
                    array = np.array(group + extra, np.float64).astype(dtype)
                out.array(array)
        for x in groups:
            with np.errstate(over="ignore"):
                out.array(np.array(x[0], np.float64).astype(dtype))
    for dtype in ("complex64", "complex128"):
        for re in groups[::4] + [special]:
            for im in groups[::5] + [special]:
                n = max(len(re), len(im))
                array = np.empty(n, dtype)
                with np.errstate(over="ignore"):
                    array.real, array.imag = np.resize(re, n), np.resize(im, n)
                out.array(array)
                out.array(-array)


def random_array(rng):
    dtype = rng.choice(DTYPES + FLOATS * 2)
    shape = tuple(rng.choice([1, 2, 3, 4, 7]) for _ in range(rng.choice([0, 1, 1, 1, 2, 2, 3])))
    size = int(np.prod(shape))
    if dtype in FLOATS:
        numbers = [complex(random_float(rng), random_float(rng)) for _ in range(size)]
        numbers = random_scale(rng, numbers)
        with np.errstate(all="ignore"):
            array = np.array(numbers, complex)
            return (array if dtype.startswith("c") else array.real).astype(dtype).reshape(shape)
    if dtype == "bool":
        return np.array([rng.random() < 0.5 for _ in range(size)]).reshape(shape)
    info = np.iinfo(dtype)
    bits = rng.randint(1, info.bits)
    numbers = [max(info.min, min(info.max, rng.randint(-(2**bits), 2**bits))) for _ in range(size)]
    return np.array(numbers, dtype).reshape(shape)


def random_scale(rng, numbers):
    """All of one magnitude, or each of its own, or of a few near ones."""
    spread = rng.choice([0, 0, 1, 2, 3, 5, 20, 300])
    middle = rng.choice([0, 0, 0, rng.randint(-8, 10), rng.randint(-300, 300)])

    def scaled(x):
        return x * 10.0 ** max(-320, min(300, middle + rng.uniform(-spread, spread)))

    return [complex(scaled(x.real), scaled(x.imag)) for x in numbers]


def random_float(rng):
    match rng.randint(0, 9):
        case 0:
            return float(rng.randint(-100, 100))
        case 1:
            return rng.choice([0.0, -0.0, np.nan, np.inf, -np.inf, 1.0])
        case 2 | 3:
            return round(rng.uniform(-10, 10), rng.randint(0, 6))
        case 4:
            return struct.unpack("<d", rng.randbytes(8))[0]
        case 5:
            # Often half-way between two decimals.
            return rng.randint(0, 2 ** rng.randint(1, 54)) / 2 ** rng.randint(0, 8)
        case 6:
            return float(np.float32(rng.uniform(-1, 1)))
        case _:
            return rng.uniform(-10, 10)


def random_scalar(rng):
    bits = rng.randbytes(16)
    name = rng.choice(FLOATS)
    if rng.random() < 0.5:
        return np.frombuffer(bits, name)[0]
    if rng.random() < 0.5:
        array = np.array([rng.randint(0, 2 ** rng.randint(20, 54)) / 2 ** rng.randint(0, 3) for _ in range(2)])
    else:
        array = np.array([10.0 ** rng.uniform(-7, 18) * rng.choice([1, -1]) for _ in range(2)])
    return array.view(complex)[0].astype(name) if name.startswith("c") else array[0].astype(name)


def saved(array, **options):
    file = io.BytesIO()
    np.save(file, array, **options)
    return file.getvalue()


def files(out):
    for dtype in DTYPES:
        array = np.array([0, 1, 100], np.uint8).astype(dtype)
        out.add(f"npy {saved(array).hex()}", None, repr(array))
        big = array.astype(array.dtype.newbyteorder(">"))
        if dtype.startswith("complex"):
            big = big + np.array(0.5j, big.dtype)
            array = array + np.array(0.5j, dtype)
            big = big.astype(array.dtype.newbyteorder(">"))
        out.add(f"npy {saved(big).hex()}", None, repr(array))
    for array in [
        np.float64(2.5),
        np.zeros((0, 3)),
        np.zeros((3, 0), order="F"),
        np.arange(6.0).reshape(2, 3),
        np.arange(6, dtype=np.int32).reshape(2, 3).T,
        np.asfortranarray(np.arange(24, dtype=np.uint8).reshape(2, 3, 4)),
        np.arange(3) > 1,
    ]:
        out.add(f"npy {saved(np.asarray(array)).hex()}", None, repr(np.asarray(array)))
    for version in [(1, 0), (2, 0), (3, 0)]:
        file = io.BytesIO()
        np.lib.format.write_array(file, np.arange(2), version=version)
        out.add(f"npy {file.getvalue().hex()}", None, "array([0, 1])")


def saved_bytes(out):
    """What our writer must write, byte for byte."""
    shapes = [(), (0,), (5,), (2, 3), (0, 10), (12345,), (2, 3, 4), (1, 1), (1, 4), (3, 1), (1,) * 32]
    for dtype in DTYPES:
        for shape in shapes[:5] if dtype != "uint8" else shapes:
            pattern = np.array([1, 0]).astype(dtype)
            array = np.resize(pattern, shape).astype(dtype)
            for order in "CF":
                ordered = np.asarray(array, order=order)
                file = saved(ordered)
                fortran = ordered.flags.f_contiguous and not ordered.flags.c_contiguous
                data = ordered.tobytes(order="A") if len(file) < 1000 else pattern.tobytes()
                shape_text = repr(ordered.shape).replace(" ", "")
                header = file[: len(file) - ordered.nbytes]
                maker = f"array {dtype} {shape_text} {'F' if fortran else 'C'} {data.hex() or '-'}"
                out.lines += [maker, f"h|{header.hex()}"]


def archives(out):
    arrays = [np.arange(3), np.array(2.5), np.arange(6.0, dtype=np.float32).reshape(2, 3).T]
    for save in (np.savez, np.savez_compressed):
        file = io.BytesIO()
        save(file, *arrays, named=np.array([True]))
        names = "\n".join(f"{name}: {array!r}" for name, array in np.load(io.BytesIO(file.getvalue())).items())
        out.add(f"npz {file.getvalue().hex()}", None, names)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--random", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--output", default=pathlib.Path(__file__).with_name("goldens.txt"))
    options = parser.parse_args()
    out = Goldens()
    for family in (scalars, literals, ranks, line_breaks, summaries, floats, files, saved_bytes, archives):
        out.lines.append(f"# {family.__name__.replace('_', ' ')}")
        family(out)
    out.lines.append("# random")
    rng = random.Random(options.seed)
    for _ in range(options.random):
        out.array(random_array(rng))
        out.scalar(random_scalar(rng))
    random_literals(out, rng, options.random)
    head = f"# Written by make_goldens.py with NumPy {np.__version__}. Do not edit."
    pathlib.Path(options.output).write_text("\n".join([head, *out.lines, ""]), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
