"""Exponential, logarithmic and trigonometric functions: the kernels of `stdlib/math` over arrays."""
import npc


@npc.ufunc("inexact")
def exp(x):
    """e to the power of x, element-wise.

    >>> np.exp(np.array([0.0, 0.5]))
    array([1.        , 1.64872127])
    """
    return npc.kernel("exp", x)


@npc.ufunc("inexact")
def exp2(x):
    """2 to the power of x, element-wise.

    >>> np.exp2(np.array([0.0, 0.5]))
    array([1.        , 1.41421356])
    """
    return npc.kernel("exp2", x)


@npc.ufunc("inexact")
def expm1(x):
    """exp(x) - 1, exact near 0, element-wise.

    >>> np.expm1(np.array([0.0, 0.5]))
    array([0.        , 0.64872127])
    """
    return npc.kernel("expm1", x)


@npc.ufunc("inexact")
def log(x):
    """Natural logarithm, element-wise.

    >>> np.log(np.array([1.0, 4.0]))
    array([0.        , 1.38629436])
    """
    return npc.kernel("log", x)


@npc.ufunc("inexact")
def log2(x):
    """Logarithm to base 2, element-wise.

    >>> np.log2(np.array([1.0, 4.0]))
    array([0., 2.])
    """
    return npc.kernel("log2", x)


@npc.ufunc("inexact")
def log10(x):
    """Logarithm to base 10, element-wise.

    >>> np.log10(np.array([1.0, 4.0]))
    array([0.        , 0.60205999])
    """
    return npc.kernel("log10", x)


@npc.ufunc("inexact")
def log1p(x):
    """log(1 + x), exact near 0, element-wise.

    >>> np.log1p(np.array([0.0, 0.5]))
    array([0.        , 0.40546511])
    """
    return npc.kernel("log1p", x)


@npc.ufunc("inexact")
def sin(x):
    """Sine of an angle in radians, element-wise.

    >>> np.sin(np.array([0.0, 0.5]))
    array([0.        , 0.47942554])
    """
    return npc.kernel("sin", x)


@npc.ufunc("inexact")
def cos(x):
    """Cosine of an angle in radians, element-wise.

    >>> np.cos(np.array([0.0, 0.5]))
    array([1.        , 0.87758256])
    """
    return npc.kernel("cos", x)


@npc.ufunc("inexact")
def tan(x):
    """Tangent of an angle in radians, element-wise.

    >>> np.tan(np.array([0.0, 0.5]))
    array([0.        , 0.54630249])
    """
    return npc.kernel("tan", x)


@npc.ufunc("inexact")
def arcsin(x):
    """Inverse sine, in radians, element-wise.

    >>> np.arcsin(np.array([0.0, 0.5]))
    array([0.        , 0.52359878])
    """
    return npc.kernel("arcsin", x)


@npc.ufunc("inexact")
def arccos(x):
    """Inverse cosine, in radians, element-wise.

    >>> np.arccos(np.array([0.0, 0.5]))
    array([1.57079633, 1.04719755])
    """
    return npc.kernel("arccos", x)


@npc.ufunc("inexact")
def arctan(x):
    """Inverse tangent, in radians, element-wise.

    >>> np.arctan(np.array([0.0, 0.5]))
    array([0.        , 0.46364761])
    """
    return npc.kernel("arctan", x)


@npc.ufunc("inexact")
def sinh(x):
    """Hyperbolic sine, element-wise.

    >>> np.sinh(np.array([0.0, 0.5]))
    array([0.        , 0.52109531])
    """
    return npc.kernel("sinh", x)


@npc.ufunc("inexact")
def cosh(x):
    """Hyperbolic cosine, element-wise.

    >>> np.cosh(np.array([0.0, 0.5]))
    array([1.        , 1.12762597])
    """
    return npc.kernel("cosh", x)


@npc.ufunc("inexact")
def tanh(x):
    """Hyperbolic tangent, element-wise.

    >>> np.tanh(np.array([0.0, 0.5]))
    array([0.        , 0.46211716])
    """
    return npc.kernel("tanh", x)


@npc.ufunc("inexact")
def arcsinh(x):
    """Inverse hyperbolic sine, element-wise.

    >>> np.arcsinh(np.array([0.0, 0.5]))
    array([0.        , 0.48121183])
    """
    return npc.kernel("arcsinh", x)


@npc.ufunc("inexact")
def arccosh(x):
    """Inverse hyperbolic cosine, element-wise.

    >>> np.arccosh(np.array([1.0, 2.0]))
    array([0.       , 1.3169579])
    """
    return npc.kernel("arccosh", x)


@npc.ufunc("inexact")
def arctanh(x):
    """Inverse hyperbolic tangent, element-wise.

    >>> np.arctanh(np.array([0.0, 0.5]))
    array([0.        , 0.54930614])
    """
    return npc.kernel("arctanh", x)


@npc.ufunc("float")
def cbrt(x):
    """Cube root, element-wise.

    >>> np.cbrt(np.array([0.0, 0.5]))
    array([0.        , 0.79370053])
    """
    return npc.kernel("cbrt", x)


@npc.ufunc("float")
def arctan2(x1, x2):
    """Angle of the point (x2, x1) in radians, in the right quadrant.

    >>> np.arctan2(np.array([0.0, 1.0]), np.array([-1.0, 0.0]))
    array([3.14159265, 1.57079633])
    """
    return npc.kernel("arctan2", x1, x2)


@npc.ufunc("float")
def hypot(x1, x2):
    """Length of the hypotenuse of a right triangle.

    >>> np.hypot(np.array([3.0]), np.array([4.0]))
    array([5.])
    """
    return npc.kernel("hypot", x1, x2)


@npc.ufunc("float")
def float_power(x1, x2):
    """First operand raised to the second, as float.

    >>> np.float_power(np.array([2.0]), -1.0)
    array([0.5])
    """
    return x1**x2


@npc.ufunc("float")
def degrees(x):
    """Radians in degrees, element-wise.

    >>> np.degrees(np.array([0.0, np.pi]))
    array([  0., 180.])
    """
    return x * npc.cast(180.0 / 3.141592653589793, npc.dtype(x))


@npc.ufunc("float")
def radians(x):
    """Degrees in radians, element-wise.

    >>> np.radians(np.array([0.0, 180.0]))
    array([0.        , 3.14159265])
    """
    return x * npc.cast(3.141592653589793 / 180.0, npc.dtype(x))


pi = 3.141592653589793
e = 2.718281828459045
euler_gamma = 0.5772156649015329
inf = float("inf")
nan = float("nan")
