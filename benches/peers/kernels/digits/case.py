import numpy as np

from bench.case import Case, random


def text(n):
    numbers = random(n).integers(0, 1_000_000, n // 6 + 1)
    return [np.frombuffer(" ".join(map(str, numbers)).encode()[:n - 1] + b" ", np.uint8).copy()]


CASES = [Case("digits", "parsing a million digits", text, lambda text: [text.size], forms={"numpy": "np.fromstring"})]
