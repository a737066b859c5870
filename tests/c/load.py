"""A shared library through ctypes: a descriptor is six fields of 8 bytes, the context 320 bytes of zeros."""

import ctypes
import sys
from array import array

lib = ctypes.CDLL(sys.argv[1])
lib.kernels_error_type.restype = ctypes.c_char_p


class Int32Array(ctypes.Structure):
    _fields_ = [(name, ctypes.c_int64) for name in ("parent", "nitems", "itemsize", "data", "shape", "stride")]


data = array("i", [3, 1, 4])
x = Int32Array(0, 3, 4, data.buffer_info()[0], 3, 4)
cx = (ctypes.c_int64 * 40)()
total = ctypes.c_int64()
assert lib.kernels_np_sum(ctypes.byref(total), cx, ctypes.byref(x)) == 0 and total.value == 8
x.itemsize = 8
assert lib.kernels_np_sum(ctypes.byref(total), cx, ctypes.byref(x)) == 1
text = ctypes.create_string_buffer(100)
lib.kernels_error_message(cx, text, ctypes.c_size_t(100))
assert lib.kernels_error_type(cx) == b"TypeError", text.value
assert text.value.startswith(b"x: expected int32[:]"), text.value
