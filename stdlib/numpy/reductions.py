"""Reductions; `axis` and `keepdims` are the same for all, in `npc.reduce`."""
import npc


def sum(a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=True):
    """Sum of the elements over the given axes, in NumPy's order.

    >>> np.sum(np.array([[1, 2], [3, 4]]), axis=0)
    array([4, 6])
    """
    if dtype is None:
        dtype = npc.sum_dtype(npc.dtype(a))
    if where is not True:
        total = _sum_where(npc.asarray(a), axis, dtype, keepdims, where)
    else:
        total = npc.reduce("sum", a, axis, dtype, keepdims, None)
    if initial is not None:
        total = total + initial
    return _into(total, out)


def prod(a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=True):
    """Product of the elements over the given axes.

    >>> np.prod(np.array([[1, 2], [3, 4]]), axis=0)
    array([3, 8])
    """
    if dtype is None:
        dtype = npc.sum_dtype(npc.dtype(a))
    if where is not True:
        a = _where(where, a, npc.cast(1, npc.dtype(a)))
    total = npc.reduce("prod", a, axis, dtype, keepdims, None)
    if initial is not None:
        total = total * initial
    return _into(total, out)


def min(a, axis=None, out=None, keepdims=False, initial=None, where=True):
    """Minimum over the given axes; NaN if there is one.

    >>> np.min(np.array([[1, 2], [3, 4]]), axis=1)
    array([1, 3])
    """
    if initial is not None:
        a = _with_initial(npc.asarray(a), axis, initial, where)
    elif where is not True:
        npc.compile_error("reduction operation 'minimum' does not have an identity, so to use a where mask one has to specify 'initial'")
    return npc.reduce("min", a, axis, npc.dtype(a), keepdims, out)


def max(a, axis=None, out=None, keepdims=False, initial=None, where=True):
    """Maximum over the given axes; NaN if there is one.

    >>> np.max(np.array([[1, 2], [3, 4]]), axis=1)
    array([2, 4])
    """
    if initial is not None:
        a = _with_initial(npc.asarray(a), axis, initial, where)
    elif where is not True:
        npc.compile_error("reduction operation 'maximum' does not have an identity, so to use a where mask one has to specify 'initial'")
    return npc.reduce("max", a, axis, npc.dtype(a), keepdims, out)


def amin(a, axis=None, out=None, keepdims=False, initial=None, where=True):
    """Minimum over the given axes; NaN if there is one.

    >>> np.amin(np.array([3, 1, 2]))
    np.int64(1)
    """
    return min(a, axis, out, keepdims, initial, where)


def amax(a, axis=None, out=None, keepdims=False, initial=None, where=True):
    """Maximum over the given axes; NaN if there is one.

    >>> np.amax(np.array([3, 1, 2]))
    np.int64(3)
    """
    return max(a, axis, out, keepdims, initial, where)


def ptp(a, axis=None, out=None, keepdims=False):
    """Range of the values: maximum - minimum.

    >>> np.ptp(np.array([3, 1, 2]))
    np.int64(2)
    """
    return _into(max(a, axis, None, keepdims) - min(a, axis, None, keepdims), out)


def argmin(a, axis=None, out=None, *, keepdims=False):
    """Index of the first minimum; of the first NaN if there is one.

    >>> np.argmin(np.array([3, 1, 2]))
    np.int64(1)
    """
    return npc.reduce("argmin", a, axis, npc.dtype(a), keepdims, out)


def argmax(a, axis=None, out=None, *, keepdims=False):
    """Index of the first maximum; of the first NaN if there is one.

    >>> np.argmax(np.array([3, 1, 2]))
    np.int64(0)
    """
    return npc.reduce("argmax", a, axis, npc.dtype(a), keepdims, out)


def any(a, axis=None, out=None, keepdims=False, *, where=True):
    """True where some element over the given axes is true.

    >>> np.any(np.array([[0, 0], [0, 1]]), axis=1)
    array([False,  True])
    """
    if where is not True:
        a = logical_and(a, where)
    return npc.reduce("or", a, axis, bool, keepdims, out)


def all(a, axis=None, out=None, keepdims=False, *, where=True):
    """True where every element over the given axes is true.

    >>> np.all(np.array([[0, 1], [1, 1]]), axis=1)
    array([False,  True])
    """
    if where is not True:
        a = logical_or(a, logical_not(where))
    return npc.reduce("and", a, axis, bool, keepdims, out)


def count_nonzero(a, axis=None, *, keepdims=False):
    """Number of elements that are not zero.

    >>> np.count_nonzero(np.array([0, 1, 2]))
    np.int64(2)
    """
    return npc.reduce("sum", not_equal(a, 0), axis, npc.sum_dtype(bool), keepdims, None)


def mean(a, axis=None, dtype=None, out=None, keepdims=False, *, where=True):
    """Arithmetic mean over the given axes.

    >>> np.mean(np.array([[1, 2], [3, 4]]), axis=0)
    array([2., 3.])
    """
    if dtype is None:
        dtype = npc.float_dtype(npc.dtype(a))
    if where is not True:
        a = npc.asarray(a)
        total = _sum_where(a, axis, dtype, keepdims, where)
        count = npc.reduce("sum", npc.broadcast_to(where, a.shape), axis, npc.dtype(0), keepdims, None)
        return _into(npc.as_type(_mean_quotient(total, count), npc.dtype(total)), out)
    total = npc.reduce("sum", a, axis, dtype, keepdims, None)
    return _into(npc.as_type(_mean_quotient(total, _count(a, axis)), npc.dtype(total)), out)


@npc.ufunc("compare")
def _mean_quotient(total, count):
    if npc.is_complex(npc.dtype(total)):
        return npc.cast(total, "complex128") / npc.cast(count, "complex128")
    return npc.float64(total) / npc.float64(count)


def var(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    """Variance over the given axes, from the mean of the squared deviations.

    >>> np.var(np.array([1.0, 2.0, 4.0]))
    np.float64(1.5555555555555554)
    """
    a = npc.asarray(a)
    if dtype is None:
        dtype = npc.float_dtype(npc.dtype(a))
    total = npc.reduce("sum", a, axis, dtype, axis is not None, None)
    if npc.is_complex(npc.dtype(total)):
        deviation = a - npc.as_type(_mean_quotient(total, _count(a, axis)), npc.dtype(total))
        size = _squared_size(deviation)
        squares = npc.reduce("sum", size, axis, npc.dtype(size), keepdims, None)
    else:
        deviation = a - total / npc.as_type(npc.strong(_count(a, axis)), dtype)
        squares = npc.reduce("sum", deviation * deviation, axis, dtype, keepdims, None)
    rest = npc.maximum(npc.strong(_count(a, axis) - ddof), npc.strong(0))
    return _into(npc.as_type(_mean_quotient(squares, rest), npc.dtype(squares)), out)


@npc.ufunc("arithmetic")
def _squared_size(z):
    return z.real * z.real + z.imag * z.imag


def std(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    """Standard deviation over the given axes: the square root of the variance.

    >>> np.std(np.array([1.0, 3.0]))
    np.float64(1.0)
    """
    return _into(sqrt(var(a, axis, dtype, None, ddof, keepdims)), out)


def cumsum(a, axis=None, dtype=None, out=None):
    """Running sum along an axis, or over the flattened array.

    >>> np.cumsum(np.array([1, 2, 3]))
    array([1, 3, 6])
    """
    if dtype is None:
        dtype = npc.sum_dtype(npc.dtype(a))
    return _running("sum", a, axis, dtype, out)


def cumprod(a, axis=None, dtype=None, out=None):
    """Running product along an axis, or over the flattened array.

    >>> np.cumprod(np.array([1, 2, 3]))
    array([1, 2, 6])
    """
    if dtype is None:
        dtype = npc.sum_dtype(npc.dtype(a))
    return _running("prod", a, axis, dtype, out)


def _running(name, a, axis, dtype, out):
    a = npc.asarray(a)
    if axis is None:
        return _into(npc.scan(name, ravel(a), 0, dtype), out)
    return _into(npc.scan(name, a, axis, dtype), out)


def _count(a, axis):
    shape = npc.asarray(a).shape
    count = 1
    for k in npc.axes(axis, len(shape)):
        count = count * shape[k]
    return count


def _sum_where(a, axis, dtype, keepdims, where):
    # Along the last axis run by run of what is counted, as NumPy adds; along others one after the other.
    mask = npc.broadcast_to(where, a.shape)
    if not npc.is_float(dtype) or (axis is not None and a.ndim - 1 not in npc.axes(axis, a.ndim)):
        counted = _where(mask, npc.as_type(a, dtype), npc.cast(0, dtype))
        return npc.reduce("sum", counted, axis, dtype, keepdims, None) + npc.cast(0, dtype)
    if axis is None or a.ndim == len(npc.axes(axis, a.ndim)):
        total = npc.strong(_sum_of_runs(ravel(npc.as_type(a, dtype)), ravel(mask)))
        return _with_dims(total, a, axis, keepdims)
    axes = npc.axes(axis, a.ndim)
    rest = ()
    kept = ()
    count = 1
    for k in npc.static_range(a.ndim):
        if k in axes:
            count = count * a.shape[k]
        else:
            rest = rest + (k,)
            kept = kept + (a.shape[k],)
    lines = npc.copy_c(npc.transpose(npc.as_type(a, dtype), rest + axes))
    flags = npc.copy_c(npc.transpose(mask, rest + axes))
    result = npc.empty(kept, dtype)
    flat = ravel(result)
    lines = npc.reshape(lines, (flat.shape[0], count))
    flags = npc.reshape(flags, (flat.shape[0], count))
    for k in range(flat.shape[0]):
        flat[k] = _sum_of_runs(lines[k], flags[k])
    return _with_dims(result, a, axis, keepdims)


@npc.compiled
def _sum_of_runs(values, mask):
    total = npc.cast(0, npc.dtype(values))
    n = values.shape[0]
    k = 0
    while k < n:
        start = k
        while k < n and mask[k]:
            k = k + 1
        if k > start:
            total = total + sum(values[start:k])
        else:
            k = k + 1
    return total


def _with_initial(a, axis, initial, where):
    # One more slice along the reduced axes, so that there is something to begin with.
    if where is not True:
        a = _where(npc.broadcast_to(where, a.shape), a, npc.cast(initial, npc.dtype(a)))
    if axis is None:
        return concatenate((ravel(a), full(1, initial, npc.dtype(a))))
    axes = npc.axes(axis, a.ndim)
    shape = ()
    for k in npc.static_range(a.ndim):
        shape = shape + (a.shape[k] + (1 if k in axes else 0),)
    result = full(shape, initial, npc.dtype(a))
    index = ()
    for k in npc.static_range(a.ndim):
        index = index + (slice(None, a.shape[k]),)
    result[index] = a
    return result


def _into(result, out):
    if out is None:
        return result
    out[...] = result
    return out
