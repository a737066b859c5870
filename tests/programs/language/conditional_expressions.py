# Conditional expressions and short circuits evaluate one side only.
import math


def safe_ratio(a, b):
    return a / b if b != 0 else 0.0


def safe_root(x):
    return math.sqrt(x) if x >= 0 else -math.sqrt(-x)


def guards(a, i):
    return i < len(a) and a[i] > 0, i >= len(a) or a[i] < 0


def nested(x):
    return "n" == "n" and (1 if x > 0 else -1 if x < 0 else 0)


def values(x, y):
    return x and y, x or y, not x, bool(x and not y)


# run: safe_ratio(1.0, 4.0)
# run: safe_ratio(1.0, 0.0)
# run: safe_root(4.0)
# run: safe_root(-9.0)
# run: guards(np.array([1, -1]), 0)
# run: guards(np.array([1, -1]), 1)
# run: guards(np.array([1, -1]), 2)
# run: nested(5)
# run: nested(-5)
# run: nested(0)
# run: values(0, 3)
# run: values(2, 3)
# run: values(2, 0)
