# Export comments are read where they stand, and pointed at.
# pythran export f(float64[:, int)  # error[invalid-signature]: `:` or an extent expected in this export
# pythran export g(float list)  # error[unsupported]: a list is not supported yet
# pythran export h(flaot64[:])  # error[unknown-name]: `flaot64` … did you mean `float64`?
# pythran export kk(int)  # error[unknown-name]: there is no function `kk` to export
# pythran export m(int, int?)  # error[invalid-signature]: `?` marks a parameter without a default … give it one
# pythran export k  # error[invalid-signature]: `k` is exported without the types of its parameters


def f(x, y):
    return x


def g(x):
    return x


def h(x):
    return x


def k(x):
    return x


def m(x, y):
    return x
