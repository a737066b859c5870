"""Complex numbers: parts, conjugates and angles."""
import npc


def real(val):
    """The real parts; of an array as a view.

    >>> np.real(np.array([1 + 2j, 3j]))
    array([1., 0.])
    """
    if npc.is_array(val):
        return npc.real(val)
    return val.real if npc.is_scalar(val) else npc.real(npc.asarray(val))


def imag(val):
    """The imaginary parts; of a complex array as a view.

    >>> np.imag(np.array([1 + 2j, 3j]))
    array([2., 3.])
    """
    if npc.is_scalar(val):
        return val.imag
    a = npc.asarray(val)
    return npc.imag(a) if npc.is_complex(npc.dtype(a)) else zeros_like(a)


@npc.ufunc("conjugate")
def conjugate(x):
    """The complex conjugate, element-wise.

    >>> np.conjugate(np.array([1 + 2j, 3j]))
    array([1.-2.j, 0.-3.j])
    """
    return npc.conjugate(x)


@npc.ufunc("conjugate")
def conj(x):
    """The complex conjugate, element-wise.

    >>> np.conj(np.array([1 + 2j, 3j]))
    array([1.-2.j, 0.-3.j])
    """
    return npc.conjugate(x)


@npc.ufunc("inexact")
def _angle(z):
    if npc.is_complex(npc.dtype(z)):
        return npc.kernel("arctan2", z.imag, z.real)
    return npc.kernel("arctan2", npc.cast(0, npc.dtype(z)), z)


def angle(z, deg=False):
    """The angle of a complex number, in radians or degrees.

    >>> np.angle(np.array([1 + 1j, -2]))
    array([0.78539816, 3.14159265])
    """
    a = _angle(z)
    return a * (180 / 3.141592653589793) if deg else a


@npc.ufunc("compare")
def isreal(x):
    """True where the imaginary part is 0.

    >>> np.isreal(np.array([1 + 1j, 2]))
    array([False,  True])
    """
    return x.imag == 0 if npc.is_complex(npc.dtype(x)) else x == x or True


@npc.ufunc("compare")
def iscomplex(x):
    """True where the imaginary part is not 0.

    >>> np.iscomplex(np.array([1 + 1j, 2]))
    array([ True, False])
    """
    return x.imag != 0 if npc.is_complex(npc.dtype(x)) else x != x and False


def iscomplexobj(x):
    """True for complex scalars and arrays, whatever their values are.

    >>> np.iscomplexobj(np.array([1.0]))
    False
    """
    return npc.is_complex(npc.dtype(x))


def isrealobj(x):
    """True for scalars and arrays that are not complex.

    >>> np.isrealobj(np.array([1.0]))
    True
    """
    return not npc.is_complex(npc.dtype(x))


def vdot(a, b, /):
    """Dot product of two arrays, flattened, of which the first is conjugated.

    >>> np.vdot(np.array([1 + 2j, 3j]), np.array([1, 2]))
    np.complex128(1-8j)
    """
    a = ravel(a)
    b = ravel(b)
    npc.check_shapes(a.size == b.size, "cannot reshape array of size {0} into shape ({1},)", a.size, b.size)
    return dot(conjugate(a), b) if npc.is_complex(npc.dtype(a)) else dot(a, b)
