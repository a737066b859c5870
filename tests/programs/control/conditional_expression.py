# `a if c else b`, also nested, evaluates one side only.


def absolute(x):
    return x if x >= 0 else -x


def clamp(x, low, high):
    return low if x < low else high if x > high else x


def safe_divide(x, y):
    return x / y if y != 0 else 0.0


# run: absolute(-3)
# run: absolute(2.5)
# run: clamp(5, 0, 3)
# run: clamp(-5, 0, 3)
# run: clamp(2.5, 0.0, 3.0)
# run: safe_divide(1, 0)
# run: safe_divide(1.0, 4.0)
