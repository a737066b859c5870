# Floats in text: the shortest digits that read back, and any format.
import numpy as np


def plain(x):
    return f"{x}", str(x), repr(x), f"{x!r:>30}|"


def fixed(x):
    return f"{x:.0f} {x:.2f} {x:10.3f}| {x:<12.1f}| {x:+.5f} {x:010.2f} {x:,.2f} {x:_.1f}"


def scientific(x):
    return f"{x:e} {x:.0e} {x:.3E} {x:12.2e}| {x:+.20e}"


def general(x):
    return f"{x:g} {x:.3g} {x:G} {x:#.4g} {x:.17g} {x:.1g} {x:n} {x:%} {x:.1%}"


def unnamed(x):
    return f"{x:10} {x:.3} {x:<20}| {x:^20}| {x:*>20}| {x:=+20} {x: } {x:#}"


def single(x):
    return f"{np.float32(x)}", str(np.float32(x)), repr(np.float32(x)), f"{np.float32(x):.3f}", repr(np.float64(x))


# run: plain(0.1)
# run: plain(1e22)
# run: plain(1e16)
# run: plain(123456789012345680.0)
# run: plain(5e-324)
# run: plain(1.7976931348623157e308)
# run: plain(-0.0)
# run: plain(float("nan"))
# run: plain(float("inf"))
# run: plain(float("-inf"))
# run: plain(2.0 ** -44)
# run: plain(0.0001)
# run: plain(0.00001)
# run: plain(100.0)
# run: plain(1 / 3)
# run: plain(9007199254740993.0)
# run: fixed(0.1)
# run: fixed(-2.5)
# run: fixed(1e22)
# run: fixed(1.7976931348623157e308)
# run: fixed(5e-324)
# run: fixed(0.5)
# run: fixed(1234567.891)
# run: fixed(-0.0)
# run: fixed(float("inf"))
# run: fixed(float("nan"))
# run: scientific(0.1)
# run: scientific(-123456.789)
# run: scientific(5e-324)
# run: scientific(0.0)
# run: scientific(9.9999e99)
# run: scientific(float("-inf"))
# run: general(0.1)
# run: general(1e-5)
# run: general(123456.0)
# run: general(1234567.0)
# run: general(-0.0)
# run: general(1e300)
# run: general(float("nan"))
# run: unnamed(0.1)
# run: unnamed(-1e20)
# run: unnamed(1234.5678)
# run: single(0.1)
# run: single(1e16)
# run: single(123456.0)
# run: single(1e6)
# run: single(3.4e38)
# run: single(1e-5)
# run: single(float("nan"))
