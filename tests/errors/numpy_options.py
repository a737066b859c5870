# What an option may be is known at compile time.
import numpy as np


def f(x: "float64[:]"):
    return np.pad(x, 1, mode="mirror")  # error[unsupported]: `mode=` of np.pad is "constant", "edge"


def g(x: "float64[:]"):
    return np.sort(x, kind="slow")  # error[unsupported]: `kind` is "quicksort", "mergesort"


def h(x: "float64[:]"):
    return np.percentile(x, 30, method="cubic")  # error[unsupported]: this `method=`


def i(x: "float64[:]"):
    return np.convolve(x, x, "most")  # error[unsupported]: `mode` is "full", "same" or "valid"


def j(x: "float64[:]", m: "bool[:]"):
    return np.max(x, where=m)  # error[unsupported]: reduction operation 'maximum' does not have an identity


def k(x: "float64[:]"):
    return np.fft.fft(x, norm="most")  # error[unsupported]: `norm` is "backward", "ortho" or "forward"


def l(x: "float64[:]"):
    return np.linalg.eigh(x)  # error[unsupported]: `np.linalg.eigh` is not supported yet


def m(x: "float64[:]"):
    return np.linalg.nrom(x)  # error[no-such-function]: did you mean `np.linalg.norm`?
