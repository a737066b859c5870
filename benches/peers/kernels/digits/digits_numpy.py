"""By `np.fromstring`, which parses in C."""
import numpy as np


def digits(text):
    return np.fromstring(text.tobytes(), dtype=np.int64, sep=" ").sum()
