"""A shared library through ctypes: a descriptor is six fields of 8 bytes, the context 336 bytes of zeros."""

import ctypes
import sys
from array import array

lib = ctypes.CDLL(sys.argv[1])
lib.kernels_error_type.restype = ctypes.c_char_p


class Vector(ctypes.Structure):
    _fields_ = [(name, ctypes.c_int64) for name in ("parent", "nitems", "itemsize", "data", "shape", "stride")]


data = array("i", [3, 1, 4])
x = Vector(0, 3, 4, data.buffer_info()[0], 3, 4)
cx = (ctypes.c_int64 * 42)()
total = ctypes.c_int64()
assert lib.kernels_np_sum(ctypes.byref(total), cx, ctypes.byref(x)) == 0 and total.value == 8
x.itemsize = 8
assert lib.kernels_np_sum(ctypes.byref(total), cx, ctypes.byref(x)) == 1
text = ctypes.create_string_buffer(100)
lib.kernels_error_message(cx, text, ctypes.c_size_t(100))
assert lib.kernels_error_type(cx) == b"TypeError", text.value
assert text.value.startswith(b"x: expected int32[:]"), text.value

# Destinations of several results that overlap: each result is what it would be alone, the later one is stored later.
x = array("d", [1, 2, 3])
place = array("d", [0] * 4)
start = place.buffer_info()[0]
vector = lambda address: Vector(0, 3, 8, address, 3, 8)
out = (Vector * 2)(vector(start + 8), vector(start))
assert lib.kernels_both(out, cx, ctypes.byref(vector(x.buffer_info()[0]))) == 0
assert list(place) == [2, 4, 6, 4], place
out = (Vector * 2)(vector(start), vector(start + 8))
assert lib.kernels_both(out, cx, ctypes.byref(vector(start))) == 0
assert list(place) == [3, 4, 8, 12], place
