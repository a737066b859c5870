"""Values of Python and NumPy as JSON, and the memory that array arguments lie in.

`tests/oracle/README.md` describes the forms. Used by `npc parity` and by the oracle of the test programs.
"""
import base64
import ctypes
import inspect
import struct

import numpy as np


class NoForm(Exception):
    """A value that has no form in JSON."""


# --- values as JSON ----------------------------------------------------------------------------------------------


def encode(value):
    """A result: arrays by their contents in C order, scalars by their bits, Python's own scalars apart from NumPy's."""
    if value is None:
        return {"kind": "none"}
    if isinstance(value, np.ndarray):
        return array_contents(value)
    if isinstance(value, np.generic):
        return {"kind": "scalar", "dtype": dtype_name(value.dtype), "bits": value.tobytes()[::-1].hex(), "value": repr(value.item())}
    if isinstance(value, bool):
        return {"kind": "bool", "value": value}
    if isinstance(value, int):
        return {"kind": "int", "value": str(value)}
    if isinstance(value, float):
        return {"kind": "float", "bits": float_bits(value), "value": repr(value)}
    if isinstance(value, complex):
        return {"kind": "complex", "bits": [float_bits(value.real), float_bits(value.imag)], "value": repr(value)}
    if isinstance(value, str):
        return {"kind": "str", "value": value}
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {"kind": "record", "name": type(value).__name__, "names": list(value._fields), "items": [encode(item) for item in value]}
    if isinstance(value, (tuple, list)):
        return {"kind": type(value).__name__ if type(value) in (tuple, list) else "tuple", "items": [encode(item) for item in value]}
    if isinstance(value, (set, frozenset)):
        return {"kind": "set", "items": [encode(item) for item in value]}
    if isinstance(value, dict):
        return {"kind": "dict", "items": [encode(item) for pair in value.items() for item in pair]}
    if hasattr(value, "__dict__") and not callable(value):
        fields = vars(value)
        return {"kind": "record", "name": type(value).__name__, "names": list(fields), "items": [encode(item) for item in fields.values()]}
    raise NoForm(f"no JSON form for a {type(value).__name__}")


def float_bits(value):
    return struct.pack(">d", value).hex()


def array_contents(array):
    return {"kind": "array", "dtype": dtype_name(array.dtype), "shape": list(array.shape), "data": to_base64(array.tobytes("C"))}


def dtype_name(dtype):
    if not dtype.isnative:
        raise NoForm(f"dtype {dtype} is not of this machine's byte order")
    return dtype.name


def to_base64(data):
    return base64.b64encode(data).decode()


def layout(array):
    """Numba's letter. Arrays that are both, such as 1-d ones, are C."""
    return "C" if array.flags.c_contiguous else "F" if array.flags.f_contiguous else "A"


def type_name(value):
    """The type as a signature names it: `float64[:, ::1]`, `int` (weak), `int64` (strong)."""
    if value is None:
        return "None"
    if isinstance(value, np.ndarray):
        axes = [":"] * value.ndim
        if axes and layout(value) != "A":
            axes[-1 if layout(value) == "C" else 0] = "::1"
        return f"{dtype_name(value.dtype)}[{', '.join(axes) or '()'}]"
    if isinstance(value, np.generic):
        return dtype_name(value.dtype)
    if type(value) in (list, set, dict):
        return container_name(value)
    if isinstance(value, (tuple, list)):
        items = ", ".join(map(type_name, value))
        return f"({items},)" if len(value) == 1 else f"({items})"
    return type(value).__name__


def container_name(value):
    """`list[float]`; a list of different types has the form of a tuple."""
    kinds = list(dict.fromkeys(map(type_name, value)))
    if type(value) is dict:
        held = list(dict.fromkeys(map(type_name, value.values())))
        return f"dict[{common(kinds)}, {common(held)}]"
    if len(kinds) > 1 and set(kinds) != {"int", "float"} and type(value) is list:
        return type_name(tuple(value))
    return f"{type(value).__name__}[{common(kinds)}]"


def common(kinds):
    return "float" if set(kinds) == {"int", "float"} else kinds[0] if kinds else "int"


def signature(name, function, args, kwargs):
    """`f: (float64[:], int)`, the given arguments in the order of the parameters."""
    try:
        bound = inspect.signature(function).bind(*args, **kwargs)
    except TypeError as error:
        raise NoForm(str(error)) from None
    return f"{name}: ({', '.join(map(type_name, bound.arguments.values()))})"


# --- the memory of arguments -------------------------------------------------------------------------------------


class Memory:
    """The base buffers of all array arguments: arrays that share memory share a buffer, and keep their place in it."""

    def __init__(self, values):
        self.arrays = list(arrays_in(values))
        ranges = [byte_range(root(array)) for array in self.arrays]
        merged = merge(ranges)
        self.intervals = list(dict.fromkeys(within(merged, span) for span in ranges))
        self.before = self.read()
        self.contents = {id(array): array.tobytes("C") for array in self.arrays}

    def read(self):
        return [ctypes.string_at(start, end - start) if end > start else b"" for start, end in self.intervals]

    def encoded(self):
        return [to_base64(data) for data in self.before]

    def changed(self):
        """The bytes of each buffer after the call, None for those that the call left alone."""
        return [None if before == after else to_base64(after) for before, after in zip(self.before, self.read())]

    def argument(self, value):
        """An argument: like a result, but an array says where it lies in the buffers."""
        if is_container(value):
            return {**encode(value), "type": type_name(value)}
        if isinstance(value, (tuple, list)):
            return {"kind": "tuple", "type": type_name(value), "items": [self.argument(item) for item in value]}
        if not isinstance(value, np.ndarray):
            return {**encode(value), "type": type_name(value)}
        address = value.__array_interface__["data"][0]
        base = self.intervals.index(within(self.intervals, byte_range(root(value))))
        flags = {"c_contiguous": value.flags.c_contiguous, "f_contiguous": value.flags.f_contiguous, "writeable": value.flags.writeable, "aligned": value.flags.aligned}
        place = {"shape": list(value.shape), "strides": list(value.strides), "offset": address - self.intervals[base][0], "base": base}
        return {"kind": "array", "dtype": dtype_name(value.dtype), **place, "layout": layout(value), "flags": flags, "type": type_name(value)}

    def after(self, value):
        """The contents of an array argument after the call; None for what is no array."""
        if is_container(value):
            return None
        if isinstance(value, (tuple, list)):
            return {"kind": "tuple", "items": [self.after(item) for item in value]}
        if not isinstance(value, np.ndarray):
            return None
        return {"kind": "unchanged"} if value.tobytes("C") == self.contents[id(value)] else array_contents(value)


def is_container(value):
    """True for what a call copies: npc gets a list, set or dict by value."""
    return type(value) in (set, dict) or type(value) is list and type_name(value).startswith("list")


def arrays_in(values):
    for value in values:
        if is_container(value):
            continue
        if isinstance(value, np.ndarray):
            yield value
        elif isinstance(value, (tuple, list)):
            yield from arrays_in(value)


def root(array):
    """The array that owns the memory (`as_strided` puts a small object of its own in between)."""
    base = getattr(array, "base", None)
    if base is None or not hasattr(base, "__array_interface__") and not isinstance(base, np.ndarray):
        return array
    if isinstance(base, np.ndarray):
        return root(base)
    return root(base.base) if isinstance(getattr(base, "base", None), np.ndarray) else array


def byte_range(array):
    start, end = np.lib.array_utils.byte_bounds(array)
    return (start, start if array.size == 0 else end)


def merge(ranges):
    """Overlapping address ranges joined."""
    merged = []
    for start, end in sorted(set(ranges)):
        if merged and (start < merged[-1][1] or (start, end) == merged[-1]):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def within(intervals, span):
    """The interval that holds this address range."""
    return span if span in intervals else next(i for i in intervals if i[0] <= span[0] and span[1] <= i[1])
