# Long lines: every dtype, zeros of both signs and NaN in their order, keys of which only some digits differ, strides.
import numpy as np


def stable(x):
    return np.sort(x, kind="stable"), np.argsort(x, kind="stable")


def in_place(x):
    x.sort(kind="stable")


def rows(x):
    return np.sort(x, axis=0, kind="stable"), np.argsort(x, axis=1, kind="stable")


def keys(a, b):
    return np.lexsort((a, b))


# run: stable(np.sin(np.arange(3000.0)) * 1e10)
# run: stable(np.sin(np.arange(3000.0)).astype(np.float32))
# run: stable(np.arange(3000) * 7919 % 3001 - 1500)
# run: stable((np.arange(3000) * 7919 % 3001 - 1500).astype(np.int32))
# run: stable((np.arange(3000) * 7919 % 3001 - 1500).astype(np.int16))
# run: stable((np.arange(3000) * 7919 % 251 - 125).astype(np.int8))
# run: stable((np.arange(3000) * 7919 % 251).astype(np.uint8))
# run: stable((np.arange(3000) * 7919 % 65521).astype(np.uint16))
# run: stable((np.arange(3000) * 7919 * 7919 * 999983).astype(np.uint32))
# run: stable((np.arange(3000) * 7919 * 7919 * 999983).astype(np.uint64) * np.uint64(2**20 + 7))
# run: stable(np.arange(3000) * 999983 * 7919 * 7919 * 104729)
# run: stable(np.arange(3000) * 7919 % 3 == 0)
# run: stable(np.where(np.arange(900) % 3 == 0, -0.0, np.where(np.arange(900) % 3 == 1, 0.0, np.nan)))
# run: stable(np.where(np.arange(900) % 3 == 0, -0.0, np.where(np.arange(900) % 3 == 1, 0.0, 5e-324)).astype(np.float32))
# run: stable(np.array([np.inf, -np.inf, np.nan, -np.nan, 1.0, -1.0, 1.7e308, -1.7e308, 5e-324, -5e-324] * 40))
# run: stable(np.array([-(2**63), 2**63 - 1, 0, -1, 1] * 100))
# run: stable(np.array([2**64 - 1, 2**63, 0, 1] * 100, dtype=np.uint64))
# run: stable(1.0 + np.arange(2000)[::-1] * 2.0**-52)
# run: stable(1.0 + (np.arange(2000) * 7919 % 2003) * 2.0**-52)
# run: stable((np.arange(2000) * 7919 % 2003) % 300 * 2.0**-40 + np.arange(2000) // 500 % 3)
# run: stable(np.zeros(1000))
# run: stable(np.arange(1000.0))
# run: stable(np.arange(5000.0)[::-3] % 997)
# run: stable((np.arange(1000) * 37 % 101) + 1j * (np.arange(1000) * 17 % 13))
# run: in_place(np.sin(np.arange(2000.0))[::-2])
# run: in_place(np.sin(np.arange(600.0)))
# run: in_place((np.arange(1500) * 7919 % 1501).astype(np.int32)[::3])
# run: rows(np.sin(np.arange(900.0)).reshape(3, 300))
# run: rows(np.sin(np.arange(900.0)).reshape(3, 300).T)
# run: keys(np.arange(700) * 37 % 50, np.arange(700) * 17 % 7)
