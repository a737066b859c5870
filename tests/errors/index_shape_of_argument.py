# The shape of an array that the caller holds cannot be assigned to.
def f(x: "float64[:]"):
    x.shape = (2, 3)  # error[unsupported]: this changes the shape of an array that others hold too … write `b = a.reshape(…)`
    return x


def g(x: "float64[:]"):
    x.size = 3  # error[raises-always]: attribute 'size' of 'numpy.ndarray' objects is not writable
    return x
