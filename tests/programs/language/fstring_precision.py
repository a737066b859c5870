# Digits are exact, however many are wanted.


def digits(x):
    return f"{x:.30f}", f"{x:.50e}", f"{x:.40g}"


def far(x):
    return f"{x:.400f}"


def halves(x):
    return f"{x:.0f} {x:.1f} {x:.2f} {x:.0e} {x:.1e} {x:.1g} {x:.2g}"


def places(x, n):
    return f"{x:.{n}f}"


# run: digits(0.1)
# run: digits(1e22)
# run: digits(5e-324)
# run: far(5e-324)
# run: far(1.7976931348623157e308)
# run: halves(0.5)
# run: halves(1.5)
# run: halves(2.5)
# run: halves(0.125)
# run: halves(0.375)
# run: halves(9.995)
# run: halves(99.5)
# run: halves(0.05)
# run: places(2.0 / 3.0, 60)
# run: places(1e-10, 0)
