# A starred target takes what the others leave.
def f(a: "float64[:]"):
    x, *rest = a  # error[unsupported]: a starred target for the elements of an array
    return x
