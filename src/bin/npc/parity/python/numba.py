"""A stand-in for numba whose decorators and types do nothing.

The oracle puts this folder first on `sys.path`, so `import numba` in a test program finds this file, also on machines
where Numba is installed. NumPy alone says what a program means: decorators return the function unchanged, types accept
calls and subscripts (`int32(float64[:, ::1], int32)`) and forget them, `prange` is `range`. The one thing that a type
still does is to convert a value: `numba.int32(3.7)` is `np.int32(3.7)`, as in Numba.

`@vectorize` and `@guvectorize` do what NumPy's ufuncs do, element by element in Python: the first signature to which all
arguments convert safely decides the dtypes.
"""
import functools
import inspect
import re
import sys
import types as _python_types

import numpy as _np


class _Type:
    """Any Numba type: subscripts and calls give another one, except that a call with a value converts it."""

    def __init__(self, name, dtype=None, args=None, element=None, is_array=False):
        self.name, self.dtype, self.args, self.element, self.is_array = name, dtype, args, element or dtype, is_array

    def __getitem__(self, _index):
        return _Type(f"{self.name}[...]", element=self.element, is_array=True)

    def __call__(self, *args, **_keywords):
        if self.dtype is not None and len(args) == 1 and isinstance(args[0], (bool, int, float, complex, _np.generic)):
            return self.dtype(args[0])
        return _Type(f"{self.name}(...)", args=args, element=self.element)

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


class _Ufunc:
    """What `@vectorize` makes: arguments broadcast, and the function gets their elements, converted."""

    def __init__(self, function, signatures):
        functools.update_wrapper(self, function)
        self.function, self.loops = function, [_loop(signature) for signature in signatures]

    def __call__(self, *args):
        types, result = self.choose(args) if self.loops else (None, None)
        arrays = [_np.asarray(a) for a in args] if types is None else [_np.asarray(a).astype(t) for a, t in zip(args, types)]
        _np.nditer(arrays, flags=["zerosize_ok"])  # raises what a ufunc raises for shapes that do not fit
        shape = _np.broadcast_shapes(*(array.shape for array in arrays))
        views = [_np.broadcast_to(array, shape) for array in arrays]
        values = [self.function(*(view[at] for view in views)) for at in _np.ndindex(shape)]
        dtype = result or (_np.asarray(values[0]).dtype if values else arrays[0].dtype)
        out = _np.array([dtype.type(v) if isinstance(dtype, _np.dtype) else dtype(v) for v in values], dtype).reshape(shape)
        return out[()]

    def choose(self, args):
        def fits(exactly):
            for types, result in self.loops:
                if all(_converts(arg, dtype, exactly) for arg, dtype in zip(args, types)):
                    return types, result
        found = fits(True) or fits(False)
        if found is None:
            raise TypeError(f"ufunc '{self.__name__}' not supported for the input types")
        return found


class _GeneralUfunc(_Ufunc):
    """What `@guvectorize` makes: leading axes broadcast, the function gets subarrays and writes the results."""

    def __init__(self, function, signatures, layout):
        super().__init__(function, signatures)
        self.types = signatures
        self.layout = layout.replace(" ", "")
        inputs, outputs = self.layout.split("->")
        self.inputs, self.outputs = _cores(inputs), _cores(outputs)
        parameters = list(inspect.signature(function).parameters.values())[: len(self.inputs)]
        self.__signature__ = inspect.Signature(parameters)

    def __call__(self, *args):
        types, _ = self.choose(args)
        signature = self.types[[loop[0] for loop in self.loops].index(types)]
        arrays = [_np.asarray(a).astype(t) for a, t in zip(args, types)]
        sizes, free = {}, []
        for k, (array, core) in enumerate(zip(arrays, self.inputs)):
            split = array.ndim - len(core)
            for axis, (name, size) in enumerate(zip(core, array.shape[split:])):
                if sizes.setdefault(name, size) != size:
                    raise ValueError(
                        f"{self.__name__}: Input operand {k} has a mismatch in its core dimension {axis}, "
                        f"with gufunc signature {self.layout} (size {size} is different from {sizes[name]})"
                    )
            free.append(array.shape[:split])
        outer = _np.broadcast_shapes(*free)
        views = [_np.broadcast_to(a, outer + tuple(sizes[n] for n in core)) for a, core in zip(arrays, self.inputs)]
        outs = [_np.empty(outer + (tuple(sizes[n] for n in core) or (1,)), t) for core, t in zip(self.outputs, types[len(arrays):])]
        declared = [t.is_array for t in _arguments(signature)]
        for at in _np.ndindex(outer):
            parts = [view[at] for view in views]
            parts = [_np.atleast_1d(part) if array and not core else part for part, array, core in zip(parts, declared, self.inputs)]
            self.function(*parts, *(out[at] for out in outs))
        results = [out[..., 0][()] if not core else out for out, core in zip(outs, self.outputs)]
        return results[0] if len(results) == 1 else tuple(results)


def _cores(text):
    return [[name for name in part.split(",") if name] for part in re.findall(r"\(([^)]*)\)", text)]


def _arguments(signature):
    signature = _evaluated(signature)
    return signature if isinstance(signature, tuple) else signature.args


def _evaluated(signature):
    return eval(signature, dict(globals())) if isinstance(signature, str) else signature


def _loop(signature):
    """The dtypes of the arguments and of the result."""
    result = _evaluated(signature)
    return [arg.element for arg in _arguments(signature)], None if isinstance(result, tuple) else result.element


def _converts(arg, dtype, exactly):
    weak = isinstance(arg, (bool, int, float)) and not isinstance(arg, _np.generic)
    if exactly:
        return not weak and _np.asarray(arg).dtype == dtype
    if weak:
        order = {"b": 0, "i": 1, "u": 1, "f": 2}
        return order[_np.asarray(arg).dtype.kind] <= order[_np.dtype(dtype).kind]
    return _np.can_cast(_np.asarray(arg).dtype, dtype)


def vectorize(*args, **_keywords):
    if len(args) == 1 and isinstance(args[0], _python_types.FunctionType):
        return _Ufunc(args[0], [])
    signatures = args[0] if args else []
    return lambda function: _Ufunc(function, signatures if isinstance(signatures, (list, tuple)) else [signatures])


def guvectorize(signatures, layout, **_keywords):
    return lambda function: _GeneralUfunc(function, signatures if isinstance(signatures, list) else [signatures], layout)


jit = njit = generated_jit = cfunc = stencil = jitclass = _decorator
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
