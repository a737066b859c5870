# Inputs whose elements overlap in memory, as `sliding_window_view` makes them.
import numpy as np


def means(windows):
    out = np.empty(windows.shape[0])
    for i in range(windows.shape[0]):
        s = 0.0
        for j in range(windows.shape[1]):
            s += windows[i, j]
        out[i] = s / windows.shape[1]
    return out


def differences(windows):
    return windows[:, -1] - windows[:, 0]


# run: means(np.lib.stride_tricks.sliding_window_view(np.arange(8.0) ** 2, 3))
# run: means(np.lib.stride_tricks.as_strided(np.arange(10.0), (4, 4), (8, 16)))
# run: differences(np.lib.stride_tricks.sliding_window_view(np.arange(8) ** 2, 4))
# run: differences(np.lib.stride_tricks.sliding_window_view(np.arange(8, dtype=np.uint8)[::-1], 4))
