"""Writes `midend/tests/sums.txt`: sums by NumPy over views of made-up memory, for the tests of the midend.

Run `python3 golden.py` with NumPy 2.4. A line is `input-dtype result-dtype body shape strides offset length axes hash`:
strides and offset in elements, `length` the elements of the memory, `hash` FNV-1a over the bytes of the result in C order.
Element k of the memory is a number of 61 bits; for floats times 2**-(40 + k mod 5). Nearly every conversion and every addition
rounds, so that sums in another order have other bits.
"""
import pathlib

import numpy as np

from model import random_axes, random_view

HERE = pathlib.Path(__file__).parent


def memory(length, dtype):
    k = np.arange(length, dtype=np.int64)
    mantissa = (k * 2654435761 % 2**32) // 2**9 - 2**22
    wide = mantissa * 549755813911
    if np.dtype(dtype).kind == "f":
        return (wide.astype(np.float64) * 2.0 ** -(40 + k % 5)).astype(dtype)
    return wide.astype(dtype)


def fnv(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return value


def line(x, axes, source, target, body):
    """The same view, over the made-up memory."""
    size = np.dtype(x.dtype).itemsize
    strides = [s // size if n > 1 else 0 for n, s in zip(x.shape, x.strides)]
    low = sum(min(0, (n - 1) * s) for n, s in zip(x.shape, strides) if n)
    high = sum(max(0, (n - 1) * s) for n, s in zip(x.shape, strides) if n)
    length = 0 if 0 in x.shape else high - low + 1
    data = memory(length, source)
    offset = -low if length else 0
    view = np.lib.stride_tricks.as_strided(data[offset:], x.shape, [s * size for s in strides])
    if body == "square":
        theirs = (view * view).sum(axis=axes)
    else:
        theirs = view.sum(axis=axes, dtype=target)
    text = lambda values: ",".join(map(str, values)) or "-"
    bits = np.ascontiguousarray(theirs).tobytes()
    return f"{np.dtype(source).name} {np.dtype(target).name} {body} {text(x.shape)} {text(strides)} {offset} {length} {text(axes)} {fnv(bits):016x}"


def main():
    rng = np.random.default_rng(7)
    lines = []
    for number in range(260):
        source, target = [(np.float64,) * 2, (np.float32,) * 2, (np.int64, np.float64), (np.float32, np.float64)][
            int(rng.choice(4, p=[0.55, 0.15, 0.2, 0.1]))
        ]
        x = random_view(rng, source, 26000 if number % 13 == 0 else 900)
        body = "square" if source == target and rng.random() < 0.3 else "bare"
        lines.append(line(x, random_axes(rng, x.ndim), source, target, body))
    # what random shapes seldom meet: rows beyond a block, blocks of several rows and of several planes
    for shape, axes in [((3, 9001), (0, 1)), ((90, 190), (0, 1)), ((7, 40, 61), (0, 1, 2)), ((5, 130, 83), (1, 2)), ((3, 70, 41), (1, 2))]:
        for source, target in [(np.float64, np.float64), (np.int64, np.float64)]:
            x = memory(int(np.prod(shape)), source).reshape(shape)
            for cut in [x, x[..., :-1], x[..., :-1, :-1], x[..., ::-1]]:
                lines.append(line(cut, axes, source, target, "bare"))
            if source == target:
                lines.append(line(x[..., :-1], axes, source, target, "square"))
    path = HERE.parent.parent / "midend" / "tests" / "sums.txt"
    path.write_text("\n".join(lines) + "\n")
    print(len(lines), "lines,", path.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
