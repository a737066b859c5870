# Python's complex numbers have no order.


def smaller(z: complex, x: float) -> bool:
    return z < x  # error[type-mismatch]: '<' not supported between instances of 'complex' and 'float'


def largest(z: complex, w: complex) -> complex:
    return max(z, w)  # error[type-mismatch]: '>' not supported between instances of 'complex' and 'complex'


def strong(z: "complex128", w: "complex64") -> bool:
    return z >= w
