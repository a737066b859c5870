# A module that is neither NumPy nor a file beside the source, in a function that is exported.
import scipy.special


def f(x: float):
    return scipy.special.erf(x)  # error[unsupported]: `scipy`
