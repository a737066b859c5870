"""npc's native code through ctypes: descriptors, the context and results as `docs/abi.md` lays them out."""
import ctypes

import numpy as np

CONTEXT_BYTES = 512
IN_USE = 120 // 8
SCALARS = {int: ctypes.c_int64, float: ctypes.c_double}
libc = ctypes.CDLL(None)
libc.free.argtypes = [ctypes.c_void_p]


class Library:
    """A shared library that npc has made."""

    def __init__(self, path, stem):
        self.library = ctypes.CDLL(str(path))
        self.stem = stem

    def function(self, name, answer, args):
        """A function of the library, for arguments like these and a result like that; it takes the arguments but expects the same ones.

        As NumPy and Numba, each call allocates its result, and the one before is freed.
        """
        entry = self.library[f"{self.stem}_{name}"]
        entry.restype = ctypes.c_int32
        context = (ctypes.c_int64 * (CONTEXT_BYTES // 8))()
        given = [argument(value) for value in args]
        result, read = space(answer)
        clear = bytes(ctypes.sizeof(result))
        address = ctypes.byref(result)

        def call(*_):
            release(result, context)
            ctypes.memmove(result, clear, len(clear))
            if entry(address, context, *given) != 0:
                raise RuntimeError(f"{name} raised: site {context[0]}")
            return read()

        def release(result, context):
            if isinstance(answer, np.ndarray) and result[0]:
                header = (ctypes.c_int64 * 2).from_address(result[0])
                context[IN_USE] -= header[1]
                libc.free(result[0])

        return call


def argument(value):
    """A number or the address of a descriptor."""
    if not isinstance(value, np.ndarray):
        return SCALARS[type(value)](value)
    fields = [0, value.size, value.itemsize, value.ctypes.data, *value.shape, *value.strides]
    return ctypes.byref((ctypes.c_int64 * len(fields))(*fields))


def space(answer):
    """Memory for a result, and a function that reads it."""
    if isinstance(answer, np.ndarray):
        result = (ctypes.c_int64 * (4 + 2 * answer.ndim))()
        return result, lambda: view(result, answer)
    result = (ctypes.c_int64 * 1)()
    dtype = np.asarray(answer).dtype
    return result, lambda: np.frombuffer(result, dtype, 1)[0]


def view(result, answer):
    bytes_of = (ctypes.c_char * answer.nbytes).from_address(result[3])
    return np.frombuffer(bytes_of, answer.dtype).reshape(answer.shape)
