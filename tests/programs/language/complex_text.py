# The text of complex numbers: str, repr, format, f-strings, in tuples and messages.
import numpy as np


def texts(z):
    return str(z), repr(z), f"{z}", f"{z!r}", format(z), f"<{z}>"


def formatted(z):
    return f"{z:.2f}", f"{z:8.3e}", f"{z:g}", f"{z:+.1f}", f"{z:>20}", f"{z:*^24.2f}", f"{z:,.1f}", f"{z:.3}", f"{z:G}"


def nested(z, w):
    return str((z, w)), str([z, 1.5, w])


def numpy(z):
    return str(z), repr(z), f"{z}", f"{z:.1f}"


def message(z):
    raise ValueError(f"no root of {z}")


# run: texts(1 + 2j)
# run: texts(2j)
# run: texts(-2.5j)
# run: texts(1e16 - 0.1j)
# run: texts(complex(0.0, -0.0))
# run: texts(complex(-0.0, 0.0))
# run: texts(complex(math.nan, -math.inf))
# run: texts(complex(math.inf, math.nan))
# run: texts(0.1 + 123456789j)
# run: formatted(1 + 2j)
# run: formatted(-1234567.891 + 0.000123j)
# run: formatted(2j)
# run: formatted(complex(math.inf, math.nan))
# run: nested(1 - 1j, 2j)
# run: numpy(np.complex128(1.5 - 2j))
# run: numpy(np.complex128(2j))
# run: numpy(np.complex64(0.1 + 1e6j))
# run: numpy(np.complex64(complex(-0.0, 0.2)))
# raises: ValueError: no root of (1+2j)
# run: message(1 + 2j)
