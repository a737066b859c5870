"""A stand-in for numba whose decorators and types do nothing.

The oracle puts this folder first on `sys.path`, so `import numba` in a test program finds this file, also on machines
where Numba is installed. NumPy alone says what a program means: decorators return the function unchanged, types accept
calls and subscripts (`int32(float64[:, ::1], int32)`) and forget them, `prange` is `range`. The one thing that a type
still does is to convert a value: `numba.int32(3.7)` is `np.int32(3.7)`, as in Numba.
"""
import sys
import types as _python_types

import numpy as _np


class _Type:
    """Any Numba type: subscripts and calls give another one, except that a call with a value converts it."""

    def __init__(self, name, dtype=None):
        self.name, self.dtype = name, dtype

    def __getitem__(self, _index):
        return _Type(f"{self.name}[...]")

    def __call__(self, *args, **_keywords):
        if self.dtype is not None and len(args) == 1 and isinstance(args[0], (bool, int, float, complex, _np.generic)):
            return self.dtype(args[0])
        return _Type(f"{self.name}(...)")

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return _Type(f"{self.name}.{name}")

    def __repr__(self):
        return self.name


def _decorator(*args, **_keywords):
    """`@jit`, `@jit(...)`, `@jit(signature)(f)` and `vectorize([...])(f)` all give the function back."""
    if len(args) == 1 and isinstance(args[0], (_python_types.FunctionType, type)):
        return args[0]
    return lambda function: function


jit = njit = generated_jit = vectorize = guvectorize = cfunc = stencil = jitclass = _decorator
overload = overload_method = overload_attribute = register_jitable = intrinsic = _decorator
prange = range


def pndindex(*shape):
    return _np.ndindex(*shape)


def objmode(*_args, **_keywords):
    raise NotImplementedError("objmode has no meaning without Numba")


def literally(value):
    return value


def literal_unroll(values):
    return values


def typeof(value):
    return _Type(f"typeof({type(value).__name__})")


def set_num_threads(_count):
    pass


def get_num_threads():
    return 1


_DTYPES = {
    "boolean": _np.bool_, "bool_": _np.bool_, "b1": _np.bool_,
    "int8": _np.int8, "i1": _np.int8, "char": _np.int8,
    "int16": _np.int16, "i2": _np.int16, "short": _np.int16,
    "int32": _np.int32, "i4": _np.int32, "intc": _np.int32, "int_": _np.int64, "long_": _np.int64,
    "int64": _np.int64, "i8": _np.int64, "intp": _np.intp, "ssize_t": _np.intp, "longlong": _np.int64,
    "uint8": _np.uint8, "u1": _np.uint8, "byte": _np.uint8, "uchar": _np.uint8,
    "uint16": _np.uint16, "u2": _np.uint16, "ushort": _np.uint16,
    "uint32": _np.uint32, "u4": _np.uint32, "uintc": _np.uint32,
    "uint64": _np.uint64, "u8": _np.uint64, "uintp": _np.uintp, "size_t": _np.uintp, "ulonglong": _np.uint64, "uint": _np.uint64, "ulong": _np.uint64,
    "float32": _np.float32, "f4": _np.float32, "float_": _np.float64, "double": _np.float64,
    "float64": _np.float64, "f8": _np.float64,
    "complex64": _np.complex64, "c8": _np.complex64,
    "complex128": _np.complex128, "c16": _np.complex128,
}
_OTHERS = [
    "void", "none", "Tuple", "UniTuple", "NamedTuple", "optional", "Optional", "deferred_type", "Array", "List", "ListType", "Dict", "DictType", "Set",
    "unicode_type", "string", "pyobject", "ffi_forced_object", "range_state_type", "slice2_type", "slice3_type", "FunctionType", "Omitted", "Literal",
    "StructRef", "literal", "npy_rng", "misc", "containers",
]

for _name, _dtype in _DTYPES.items():
    globals()[_name] = _Type(_name, _dtype)
for _name in _OTHERS:
    globals()[_name] = _Type(_name)


def _submodule(name, **members):
    module = _python_types.ModuleType(f"numba.{name}")
    module.__path__ = []
    module.__dict__.update(members)
    sys.modules[f"numba.{name}"] = module
    parent, _, leaf = name.rpartition(".")
    setattr(sys.modules[f"numba.{parent}" if parent else "numba"], leaf, module)
    return module


class _TypedList(list):
    empty_list = classmethod(lambda cls, *_args, **_keywords: cls())


class _TypedDict(dict):
    empty = classmethod(lambda cls, *_args, **_keywords: cls())


__path__ = []
__version__ = "0.0.0+npc.stub"
sys.modules.setdefault("numba", sys.modules[__name__])
_all_types = {name: globals()[name] for name in [*_DTYPES, *_OTHERS]}
types = _submodule("types", **_all_types)
core = _submodule("core", types=types, config=_Type("config"), errors=_Type("errors"))
sys.modules["numba.core.types"] = types
typed = _submodule("typed", List=_TypedList, Dict=_TypedDict)
experimental = _submodule("experimental", jitclass=_decorator)
extending = _submodule("extending", overload=_decorator, overload_method=_decorator, overload_attribute=_decorator, register_jitable=_decorator, intrinsic=_decorator)
config = core.config
