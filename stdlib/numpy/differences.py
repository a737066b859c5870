"""Differences, gradients, integrals, interpolation, convolution, polynomials."""
import npc


def diff(a, n=1, axis=-1, prepend=None, append=None):
    """The n-th difference of neighbours along an axis.

    >>> np.diff(np.array([1, 2, 4, 7]))
    array([1, 2, 3])
    """
    if n < 0:
        raise ValueError("order must be non-negative")
    a = npc.asarray(a)
    if a.ndim == 0:
        raise ValueError("diff requires input that is at least one dimensional")
    at = npc.axis(axis, a.ndim)
    if prepend is not None:
        a = concatenate((_one_thick(prepend, a, at), a), at)
    if append is not None:
        a = concatenate((a, _one_thick(append, a, at)), at)
    front = (slice(None),) * at
    for k in npc.static_range(n):
        later = a[front + (slice(1, None),)]
        earlier = a[front + (slice(None, -1),)]
        a = not_equal(later, earlier) if npc.is_bool(npc.dtype(a)) else subtract(later, earlier)
    return a


def _one_thick(value, a, axis):
    value = npc.asarray(value)
    return npc.broadcast_to(value, a.shape[:axis] + (1,) + a.shape[axis + 1 :]) if value.ndim == 0 else value


def ediff1d(ary, to_end=None, to_begin=None):
    """The differences of neighbours in the flattened array.

    >>> np.ediff1d(np.array([1, 2, 4]))
    array([1, 2])
    """
    flat = ravel(npc.asarray(ary))
    result = flat[1:] - flat[:-1]
    if to_begin is not None:
        result = concatenate((npc.as_type(ravel(npc.asarray(to_begin)), npc.dtype(flat)), result))
    if to_end is not None:
        result = concatenate((result, npc.as_type(ravel(npc.asarray(to_end)), npc.dtype(flat))))
    return result


def gradient(f, *varargs, axis=None, edge_order=1):
    """The gradient by central differences, one-sided at the edges.

    >>> np.gradient(np.array([1.0, 2.0, 4.0, 7.0]))
    array([1. , 1.5, 2.5, 3. ])
    """
    f = npc.asarray(f)
    axes = npc.axes(axis, f.ndim)
    if npc.is_int(npc.dtype(f)):
        f = npc.as_type(f, float)
    result = ()
    for k in npc.static_range(len(axes)):
        spacing = 1.0 if len(varargs) == 0 else varargs[0] if len(varargs) == 1 else varargs[k]
        result = result + (_gradient_along(f, axes[k], spacing, edge_order),)
    return result[0] if len(result) == 1 else result


def _gradient_along(f, axis, spacing, edge_order):
    if f.shape[axis] < edge_order + 1:
        raise ValueError("Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required.")
    dtype = npc.dtype(f)
    result = npc.empty_like(f, dtype if npc.is_float(dtype) or npc.is_complex(dtype) else float)
    before = (slice(None),) * axis
    middle = before + (slice(1, -1),)
    lower = before + (slice(None, -2),)
    upper = before + (slice(2, None),)
    if npc.is_scalar(spacing):
        result[middle] = (f[upper] - f[lower]) / (2.0 * spacing)
        first = spacing
        last = spacing
    else:
        x = npc.asarray(spacing)
        npc.check_shapes(x.shape[0] == f.shape[axis], "when 1d, distances must match the length of the corresponding dimension")
        steps = diff(npc.as_type(x, float) if npc.is_int(npc.dtype(x)) else x)
        first = steps[0]
        last = steps[-1]
        if all(steps == first):
            result[middle] = (f[upper] - f[lower]) / (2.0 * first)
        else:
            behind = (None,) * (f.ndim - 1 - axis)
            dx1 = steps[:-1][(slice(None),) + behind]
            dx2 = steps[1:][(slice(None),) + behind]
            a = -dx2 / (dx1 * (dx1 + dx2))
            b = (dx2 - dx1) / (dx1 * dx2)
            c = dx1 / (dx2 * (dx1 + dx2))
            result[middle] = a * f[lower] + b * f[middle] + c * f[upper]
    if edge_order == 1:
        result[before + (0,)] = (f[before + (1,)] - f[before + (0,)]) / first
        result[before + (-1,)] = (f[before + (-1,)] - f[before + (-2,)]) / last
    elif edge_order == 2 and npc.is_scalar(spacing):
        result[before + (0,)] = -1.5 / first * f[before + (0,)] + 2.0 / first * f[before + (1,)] + -0.5 / first * f[before + (2,)]
        result[before + (-1,)] = 0.5 / last * f[before + (-3,)] + -2.0 / last * f[before + (-2,)] + 1.5 / last * f[before + (-1,)]
    else:
        npc.compile_error("`edge_order` of np.gradient is 1, or 2 with even spacing")
    return result


def trapezoid(y, x=None, dx=1.0, axis=-1):
    """The integral along an axis by trapezoids.

    >>> np.trapezoid(np.array([1.0, 2.0, 3.0]))
    np.float64(4.0)
    """
    y = npc.asarray(y)
    at = npc.axis(axis, y.ndim)
    front = (slice(None),) * at
    both = y[front + (slice(1, None),)] + y[front + (slice(None, -1),)]
    if x is None:
        return sum(dx * both / 2.0, at)
    x = npc.asarray(x)
    d = diff(x)[(slice(None),) + (None,) * (y.ndim - 1 - at)] if x.ndim == 1 else diff(x, 1, at)
    return sum(d * both / 2.0, at)


def interp(x, xp, fp, left=None, right=None, period=None):
    """Linear interpolation between points whose x-coordinates increase.

    >>> np.interp(2.5, [1, 2, 3], [3, 2, 0])
    np.float64(1.0)
    """
    if period is not None:
        npc.compile_error("`period=` of np.interp is not supported yet")
    xp = npc.as_type(npc.asarray(xp), float)
    fp = npc.as_type(npc.asarray(fp), float)
    npc.check_shapes(xp.shape[0] == fp.shape[0], "fp and xp are not of the same length.")
    if xp.shape[0] == 0:
        raise ValueError("array of sample points is empty")
    low = fp[0] if left is None else npc.float64(left)
    high = fp[-1] if right is None else npc.float64(right)
    if npc.is_scalar(x):
        return npc.strong(_interpolated(npc.float64(x), xp, fp, low, high))
    values = npc.asarray(x)
    result = npc.empty(values.shape, float)
    _interpolate(ravel(npc.as_type(values, float)), xp, fp, low, high, ravel(result))
    return result


@npc.compiled
def _interpolate(values, xp, fp, low, high, result):
    for k in range(values.shape[0]):
        npc.set_row(result, (k,), _interpolated(npc.row(values, (k,)), xp, fp, low, high))


@npc.compiled
def _interpolated(x, xp, fp, low, high):
    n = xp.shape[0]
    if x != x:
        return x
    if x > xp[n - 1]:
        return high
    if x < xp[0]:
        return low
    j = _place(xp, x, True) - 1
    if j >= n - 1:
        return fp[n - 1]
    if xp[j] == x:
        return fp[j]
    slope = (fp[j + 1] - fp[j]) / (xp[j + 1] - xp[j])
    value = slope * (x - xp[j]) + fp[j]
    if value != value:
        # An infinite slope: from the other side, and if that is no number either, the common value.
        value = slope * (x - xp[j + 1]) + fp[j + 1]
        if value != value and fp[j] == fp[j + 1]:
            value = fp[j]
    return value


def convolve(a, v, mode="full"):
    """The discrete convolution of two vectors.

    >>> np.convolve(np.array([1, 2, 3]), np.array([0, 1, 2]))
    array([0, 1, 4, 7, 6])
    """
    a = npc.asarray(a)
    v = npc.asarray(v)
    return correlate(a, conjugate(v[::-1]) if npc.is_complex(npc.dtype(v)) else v[::-1], mode) if mode == "full" else _convolve_part(a, v, mode)


def _convolve_part(a, v, mode):
    whole = convolve(a, v, "full")
    n = a.shape[0]
    m = v.shape[0]
    long = n if n > m else m
    short = m if n > m else n
    if mode == "same":
        start = (short - 1) // 2
        return npc.copy_c(whole[start : start + long])
    if mode != "valid":
        npc.compile_error('`mode` is "full", "same" or "valid"')
    return npc.copy_c(whole[short - 1 : long])


def correlate(a, v, mode="valid"):
    """The cross-correlation of two vectors.

    >>> np.correlate(np.array([1, 2, 3]), np.array([0, 1, 0.5]), "full")
    array([0.5, 2. , 3.5, 3. , 0. ])
    """
    a = npc.asarray(a)
    v = npc.asarray(v)
    if a.shape[0] == 0:
        raise ValueError("a cannot be empty")
    if v.shape[0] == 0:
        raise ValueError("v cannot be empty")
    if mode != "full":
        n = a.shape[0]
        m = v.shape[0]
        whole = correlate(a, v, "full")
        long = n if n > m else m
        short = m if n > m else n
        if mode == "same":
            start = short // 2 if n >= m else (short - 1) // 2
            start = (short - 1) - (short // 2) if n >= m else short // 2
            return npc.copy_c(whole[start : start + long])
        if mode != "valid":
            npc.compile_error('`mode` is "full", "same" or "valid"')
        return npc.copy_c(whole[short - 1 : long])
    result = npc.empty((a.shape[0] + v.shape[0] - 1,), npc.result_type(a, v))
    _correlate(a, conjugate(v) if npc.is_complex(npc.dtype(v)) else v, result)
    return result


@npc.compiled
def _correlate(a, v, result):
    n = a.shape[0]
    m = v.shape[0]
    dtype = npc.dtype(result)
    for k in range(n + m - 1):
        total = npc.cast(0, dtype)
        first = k - m + 1
        low = first if first > 0 else 0
        high = k + 1 if k + 1 < n else n
        for i in range(low, high):
            total = total + npc.cast(npc.row(a, (i,)), dtype) * npc.cast(npc.row(v, (i - first,)), dtype)
        npc.set_row(result, (k,), total)


def polyval(p, x):
    """The value of a polynomial, coefficients of high powers first.

    >>> np.polyval([3, 0, 1], 5)
    np.int64(76)
    """
    p = npc.asarray(p)
    if npc.is_scalar(x):
        return npc.strong(_horner(p, npc.cast(x, npc.result_type(p, x))))
    x = npc.asarray(x)
    result = zeros(x.shape, npc.result_type(p, x))
    for k in range(p.shape[0]):
        result[...] = result * x + p[k]
    return result


@npc.compiled
def _horner(p, x):
    total = npc.cast(0, npc.dtype(x))
    for k in range(p.shape[0]):
        total = total * x + npc.cast(p[k], npc.dtype(x))
    return total


def unwrap(p, discont=None, axis=-1, *, period=6.283185307179586):
    """Angles without jumps of more than half a period.

    >>> np.unwrap(np.array([0.0, 6.0]))
    array([ 0.        , -0.28318531])
    """
    p = npc.asarray(p)
    if p.ndim != 1 or discont is not None:
        npc.compile_error("np.unwrap takes an array of one axis, and no `discont=`, for now")
    values = npc.as_type(p, float) if npc.is_int(npc.dtype(p)) else p
    dd = diff(values)
    half = period / 2
    folded = mod(dd + half, period) - half
    folded = where(logical_and(folded == -half, dd > 0), half, folded)
    correction = where(absolute(dd) < half, 0.0, folded - dd)
    result = npc.copy(values)
    result[1:] = values[1:] + cumsum(correction)
    return result
