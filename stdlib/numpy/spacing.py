"""Numbers at even steps of another kind, windows, shapes that meet, functions along axes."""
import npc


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None):
    """Numbers whose logarithms are evenly spaced.

    >>> np.logspace(0, 2, 3)
    array([  1.,  10., 100.])
    """
    result = power(base, linspace(start, stop, num, endpoint))
    return result if dtype is None else npc.as_type(result, dtype)


def geomspace(start, stop, num=50, endpoint=True, dtype=None):
    """Numbers with even ratios.

    >>> np.geomspace(1, 1000, 4)
    array([   1.,   10.,  100., 1000.])
    """
    if start == 0 or stop == 0:
        raise ValueError("Geometric sequence cannot include zero")
    kind = npc.result_type(start, stop, 1.0)
    first = npc.cast(start, kind)
    last = npc.cast(stop, kind)
    sign = npc.cast(-1 if first < 0 else 1, kind)
    result = logspace(log10(first / sign), log10(last / sign), num, endpoint)
    if num > 0:
        result[0] = first / sign
        if num > 1 and endpoint:
            result[-1] = last / sign
    result = result * sign
    return result if dtype is None else npc.as_type(result, dtype)


def _window(M):
    count = int(M) if M >= 1 else 0
    return npc.from_function(lambda i: npc.float64(2 * i + 1 - count), (count,), npc.dtype(1.0))


def hanning(M):
    """The Hann window.

    >>> np.hanning(3)
    array([0., 1., 0.])
    """
    n = _window(M)
    return ones(n.shape) if n.size == 1 else 0.5 + 0.5 * cos(pi * n / npc.float64(n.size - 1))


def hamming(M):
    """The Hamming window.

    >>> np.hamming(3)
    array([0.08, 1.  , 0.08])
    """
    n = _window(M)
    return ones(n.shape) if n.size == 1 else 0.54 + 0.46 * cos(pi * n / npc.float64(n.size - 1))


def blackman(M):
    """The Blackman window.

    >>> np.blackman(1)
    array([1.])
    """
    n = _window(M)
    steps = npc.float64(n.size - 1)
    return ones(n.shape) if n.size == 1 else 0.42 + 0.5 * cos(pi * n / steps) + 0.08 * cos(2.0 * pi * n / steps)


def bartlett(M):
    """The triangular window.

    >>> np.bartlett(3)
    array([0., 1., 0.])
    """
    n = _window(M)
    steps = npc.float64(n.size - 1)
    return ones(n.shape) if n.size == 1 else where(n <= 0, 1 + n / steps, 1 - n / steps)


def broadcast_shapes(*args):
    """The shape in which shapes meet.

    >>> np.broadcast_shapes((3, 1), (4,))
    (3, 4)
    """
    shapes = ()
    for shape in args:
        shapes = shapes + (npc.shape(shape),)
    return npc.broadcast_shape(*shapes)


def broadcast_arrays(*args):
    """Views of the arrays under the shape in which they meet.

    >>> np.broadcast_arrays(np.array([1, 2]), np.array([[3], [4]]))[1]
    array([[3, 3],
           [4, 4]])
    """
    arrays = ()
    shapes = ()
    for arg in args:
        a = npc.asarray(arg)
        arrays = arrays + (a,)
        shapes = shapes + (a.shape,)
    shape = npc.broadcast_shape(*shapes)
    result = ()
    for a in arrays:
        result = result + (npc.broadcast_to(a, shape),)
    return result


def fromfunction(function, shape, *, dtype=float):
    """What a function makes of the indices of all places.

    >>> np.fromfunction(lambda i, j: i + j, (2, 2), dtype=int)
    array([[0, 1],
           [1, 2]])
    """
    places = indices(shape, dtype)
    arguments = ()
    for k in npc.static_range(len(npc.shape(shape))):
        arguments = arguments + (places[k],)
    return function(*arguments)


def apply_along_axis(func1d, axis, arr, *args):
    """What a function makes of every line along an axis.

    >>> np.apply_along_axis(lambda line: line.sum(), 0, np.array([[1, 2], [3, 4]]))
    array([4, 6])
    """
    arr = npc.asarray(arr)
    at = npc.axis(axis, arr.ndim)
    lines = npc.copy_c(_lines_along(arr, at))
    count = _lines_of(lines.shape)
    if count == 0:
        raise ValueError("Cannot apply_along_axis when any iteration dimensions are 0")
    flat = npc.reshape(lines, (count, lines.shape[-1]))
    first = npc.asarray(func1d(flat[0], *args))
    result = npc.empty((count,) + first.shape, npc.dtype(first))
    result[0] = first
    for k in range(1, count):
        result[k] = func1d(flat[k], *args)
    whole = npc.reshape(result, lines.shape[:-1] + first.shape)
    order = _counted(0, at) + _counted(arr.ndim - 1, first.ndim) + _counted(at, arr.ndim - 1 - at)
    return npc.transpose(whole, order)


def matrix_transpose(x, /):
    """The arrays of the last two axes transposed: a view.

    >>> np.matrix_transpose(np.array([[1, 2], [3, 4]]))
    array([[1, 3],
           [2, 4]])
    """
    return swapaxes(x, -1, -2)


def vecdot(x1, x2, /, axis=-1):
    """The sums of products along an axis.

    >>> np.vecdot(np.array([[1, 2], [3, 4]]), np.array([1, 1]))
    array([3, 7])
    """
    a = npc.asarray(x1)
    product = (conjugate(a) if npc.is_complex(npc.dtype(a)) else a) * npc.asarray(x2)
    return npc.reduce("sum", product, axis, npc.dtype(product), False, None)


def cumulative_sum(x, /, *, axis=None, dtype=None, out=None):
    """The running sum along an axis.

    >>> np.cumulative_sum(np.array([1, 2, 3]))
    array([1, 3, 6])
    """
    return cumsum(x, axis, dtype, out)


def cumulative_prod(x, /, *, axis=None, dtype=None, out=None):
    """The running product along an axis.

    >>> np.cumulative_prod(np.array([1, 2, 3]))
    array([1, 2, 6])
    """
    return cumprod(x, axis, dtype, out)


def unstack(x, /, *, axis=0):
    """The slices along an axis of known length, as a tuple; the length must be known at compile time.

    >>> np.unstack(np.array([[1, 2], [3, 4]]))[1]
    array([3, 4])
    """
    x = npc.asarray(x)
    at = npc.axis(axis, x.ndim)
    result = ()
    for k in npc.static_range(x.shape[at]):
        result = result + (x[(slice(None),) * at + (k,)],)
    return result


def nanquantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False):
    """The value below which a part of the values lies, without NaN.

    >>> np.nanquantile(np.array([1.0, np.nan, 3.0]), 0.5)
    np.float64(2.0)
    """
    a = npc.asarray(a)
    if not npc.is_scalar(q):
        npc.compile_error("np.nanquantile of several parts is not supported yet")
    if q < 0 or q > 1:
        raise ValueError("Quantiles must be in the range [0, 1]")
    return _into(_nan_quantile(a, npc.float64(q), axis, method, keepdims), out)


def nanpercentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False):
    """The value below which a percentage of the values lies, without NaN.

    >>> np.nanpercentile(np.array([1.0, np.nan, 3.0]), 50)
    np.float64(2.0)
    """
    a = npc.asarray(a)
    if not npc.is_scalar(q):
        npc.compile_error("np.nanpercentile of several parts is not supported yet")
    if q < 0 or q > 100:
        raise ValueError("Percentiles must be in the range [0, 100]")
    return _into(_nan_quantile(a, npc.float64(q) / 100, axis, method, keepdims), out)


def _nan_quantile(a, q, axis, method, keepdims):
    if not npc.is_float(npc.dtype(a)):
        return _quantile(a, q, True, axis, None, method, keepdims)
    values = _sorted_along(a, axis)
    if values.ndim == 1:
        return _with_dims(npc.strong(_quantile_of_some(values, q, method)), a, axis, keepdims)
    rows = npc.reshape(values, (_lines_of(values.shape), values.shape[-1]))
    result = npc.empty((rows.shape[0],), npc.dtype(a))
    for k in range(rows.shape[0]):
        result[k] = _quantile_of_some(rows[k], q, method)
    return _with_dims(npc.reshape(result, values.shape[:-1]), a, axis, keepdims)


@npc.compiled
def _quantile_of_some(values, q, method):
    n = values.shape[0] - count_nonzero(isnan(values))
    if n == 0:
        return npc.cast(float("nan"), npc.dtype(values))
    return npc.cast(_quantile_of(values[:n], q, True, method), npc.dtype(values))


def polyadd(a1, a2):
    """The sum of two polynomials.

    >>> np.polyadd([1, 2], [9, 5, 4])
    array([9, 6, 6])
    """
    a = npc.asarray(a1)
    b = npc.asarray(a2)
    n = a.shape[0] if a.shape[0] > b.shape[0] else b.shape[0]
    result = zeros(n, npc.result_type(a, b))
    result[n - a.shape[0] :] = a
    result[n - b.shape[0] :] += b
    return result


def polymul(a1, a2):
    """The product of two polynomials.

    >>> np.polymul([1, 2, 3], [9, 5, 1])
    array([ 9, 23, 38, 17,  3])
    """
    return convolve(a1, a2)


def polyder(p, m=1):
    """The derivative of a polynomial.

    >>> np.polyder([1, 1, 1, 1])
    array([3, 2, 1])
    """
    result = npc.asarray(p)
    for k in npc.static_range(m):
        n = result.shape[0] - 1
        result = result[:-1] * npc.from_function(lambda i: n - i, (n,), npc.dtype(0))
    return result


def histogram2d(x, y, bins=10, range=None, density=None, weights=None):
    """Number of points in each cell of a grid, and the edges of its columns and rows.

    >>> np.histogram2d(np.array([0.0, 1.0]), np.array([0.0, 1.0]), 2)[0]
    array([[1., 0.],
           [0., 1.]])
    """
    if weights is not None or density is not None or range is not None:
        npc.compile_error("`range=`, `density=` and `weights=` of np.histogram2d are not supported yet")
    x = ravel(npc.asarray(x))
    y = ravel(npc.asarray(y))
    npc.check_shapes(x.shape[0] == y.shape[0], "x and y must have the same length.")
    first, second = (bins, bins) if npc.is_scalar(bins) else bins
    across = histogram_bin_edges(x, first)
    down = histogram_bin_edges(y, second)
    counts = zeros((across.shape[0] - 1, down.shape[0] - 1))
    _count_cells(x, y, across, down, counts)
    return counts, across, down


def histogram_bin_edges(a, bins=10, range=None, weights=None):
    """The edges of the bins of a histogram.

    >>> np.histogram_bin_edges(np.array([0.0, 4.0]), 2)
    array([0., 2., 4.])
    """
    if not npc.is_scalar(bins):
        return npc.asarray(bins)
    if bins < 1:
        raise ValueError("`bins` must be positive, when an integer")
    values = ravel(npc.asarray(a))
    first, last = _outer_edges(values, range)
    return linspace(first, last, bins + 1, dtype=npc.float_dtype(npc.result_type(first, last, values)))


@npc.compiled
def _count_cells(x, y, across, down, counts):
    for k in range(x.shape[0]):
        i = _cell_of(x[k], across)
        j = _cell_of(y[k], down)
        if i >= 0 and j >= 0:
            counts[i, j] = counts[i, j] + 1


@npc.compiled
def _cell_of(value, edges):
    last = edges.shape[0] - 1
    if value == edges[last]:
        return last - 1
    place = _place(edges, value, True)
    return place - 1 if place <= last else -1
