"""K2: one elementwise expression of three arrays."""


def triad(a: "float64[::1]", b: "float64[::1]", c: "float64[::1]"):
    return 2 * a * b + c
