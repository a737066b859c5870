"""Medians, quantiles, averages, covariances; reductions that leave NaN out; comparisons with a tolerance."""
import npc


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """The middle value, or the mean of the two in the middle; NaN if there is one.

    >>> np.median(np.array([3.0, 1.0, 2.0, 10.0]))
    np.float64(2.5)
    """
    a = npc.asarray(a)
    values = _sorted_along(a, axis)
    n = values.shape[-1]
    middle = mean(values[..., (n - 1) // 2 if n > 0 else 0 : n // 2 + 1], -1)
    if npc.is_float(npc.dtype(values)):
        middle = _nan_if_last(values, middle)
    return _into(_with_dims(middle, a, axis, keepdims), out)


def _sorted_along(a, axis):
    # Sorted values along a last axis that takes in the given ones.
    if axis is None:
        flat = npc.copy_c(ravel(a))
        _sort_line(flat)
        return flat
    axes = npc.axes(axis, a.ndim)
    rest = ()
    count = 1
    kept = ()
    for k in npc.static_range(a.ndim):
        if k not in axes:
            rest = rest + (k,)
            kept = kept + (a.shape[k],)
        else:
            count = count * a.shape[k]
    lines = npc.reshape(npc.copy_c(npc.transpose(a, rest + axes)), kept + (count,))
    if len(kept) == 0:
        _sort_line(lines)
    else:
        _arrange_rows(npc.reshape(lines, (_lines_of(lines.shape), count)), None)
    return lines


def _nan_if_last(values, result):
    n = values.shape[-1]
    if n > 0:
        last = values[..., n - 1]
        return where(isnan(last), last, result) if values.ndim > 1 else (values[n - 1] if isnan(values[n - 1]) else result)
    return result


def _with_dims(result, a, axis, keepdims):
    if not keepdims:
        return result
    axes = npc.axes(axis, a.ndim)
    result = npc.asarray(result)
    index = ()
    for k in npc.static_range(a.ndim):
        index = index + ((None,) if k in axes else (slice(None),))
    return result[index]


def percentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False):
    """The value below which a percentage of the values lies.

    >>> np.percentile(np.array([1, 2, 3, 4]), 30)
    np.float64(1.9)
    >>> np.percentile(np.array([1, 2, 3, 4]), [25, 50], method="lower")
    array([1, 2])
    """
    part = npc.float64(q) / 100 if npc.is_scalar(q) else npc.asarray(q) / 100
    if not all(logical_and(part >= 0, part <= 1)):
        raise ValueError("Percentiles must be in the range [0, 100]")
    return _quantile(npc.asarray(a), part, npc.is_scalar(q), axis, out, method, keepdims)


def quantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False):
    """The value below which a part of the values lies.

    >>> np.quantile(np.array([1, 2, 3, 4]), 0.3)
    np.float64(1.9)
    """
    part = npc.float64(q) if npc.is_scalar(q) else npc.asarray(q)
    if not all(logical_and(part >= 0, part <= 1)):
        raise ValueError("Quantiles must be in the range [0, 1]")
    return _quantile(npc.asarray(a), part, npc.is_scalar(q), axis, out, method, keepdims)


def _quantile(a, q, single, axis, out, method, keepdims):
    values = _sorted_along(a, axis)
    if single:
        return _into(_with_dims(_quantile_of(values, q, True, method), a, axis, keepdims), out)
    if keepdims:
        npc.compile_error("`keepdims=` with several quantiles is not supported yet")
    flat = ravel(q)
    one = _quantile_of(values, npc.float64(0.5), False, method) if values.shape[-1] > 0 else _quantile_of(values, npc.float64(0), False, method)
    result = npc.empty(flat.shape + npc.asarray(one).shape, npc.dtype(one))
    for k in range(flat.shape[0]):
        result[k] = _quantile_of(values, flat[k], False, method)
    return _into(npc.reshape(result, q.shape + npc.asarray(one).shape), out)


def _quantile_of(values, q, weak, method):
    n = values.shape[-1]
    if n == 0:
        raise IndexError("index -1 is out of bounds for axis 0 with size 0")
    place = _virtual_place(n, q, method)
    if method in ("lower", "higher", "nearest", "inverted_cdf"):
        at = int(place)
        at = 0 if at < 0 else n - 1 if at > n - 1 else at
        result = values[..., at] if values.ndim > 1 else values[at]
    else:
        result = _between(values, place, n, weak, method)
    if npc.is_float(npc.dtype(values)):
        return _nan_if_last(values, result)
    return result


def _between(values, place, n, weak, method):
    if place >= n - 1:
        lower = n - 1
        upper = n - 1
    elif place < 0:
        lower = 0
        upper = 0
    else:
        lower = int(floor(place))
        upper = lower + 1
    gamma = place - floor(place) if place < n - 1 and place >= 0 else place - lower if place < 0 else place - (-1)
    if method == "averaged_inverted_cdf":
        gamma = npc.float64(0.5) if place - floor(place) == 0 else npc.float64(1)
    elif method == "midpoint":
        gamma = npc.float64(0.5) if place % 1 != 0 else npc.float64(0)
    t = npc.weak(gamma) if weak else gamma
    a = values[..., lower] if values.ndim > 1 else values[lower]
    b = values[..., upper] if values.ndim > 1 else values[upper]
    step = b - a
    return b - step * (1 - t) if gamma >= 0.5 else a + step * t


def _virtual_place(n, q, method):
    if method == "linear":
        return (n - 1) * q
    if method == "lower":
        return floor((n - 1) * q)
    if method == "higher":
        return ceil((n - 1) * q)
    if method == "nearest":
        return rint((n - 1) * q)
    if method == "midpoint":
        return 0.5 * (floor((n - 1) * q) + ceil((n - 1) * q))
    if method == "hazen":
        return n * q + (0.5 + q * 0.0) - 1
    if method == "weibull":
        return n * q + (0 + q * 1) - 1
    if method == "interpolated_inverted_cdf":
        return n * q + (0 + q * 0) - 1
    if method == "median_unbiased":
        return n * q + (1 / 3.0 + q * (1 - 1 / 3.0 - 1 / 3.0)) - 1
    if method == "normal_unbiased":
        return n * q + (3 / 8.0 + q * (1 - 3 / 8.0 - 3 / 8.0)) - 1
    if method == "averaged_inverted_cdf":
        return n * q - 1
    if method == "inverted_cdf":
        place = n * q - 1
        return floor(place) if place == floor(place) else floor(place) + 1
    npc.compile_error("this `method=` of np.percentile is not supported yet")
    return q


def average(a, axis=None, weights=None, returned=False, *, keepdims=False):
    """The mean, or the mean by weights.

    >>> np.average(np.array([1.0, 2.0, 3.0]), weights=np.array([3.0, 1.0, 0.0]))
    np.float64(1.25)
    """
    a = npc.asarray(a)
    if weights is None:
        result = mean(a, axis, keepdims=keepdims)
        scale = npc.cast(_count(a, axis), npc.dtype(result))
        return (result, scale if npc.is_scalar(result) else full_like(result, scale)) if returned else result
    w = npc.asarray(weights)
    dtype = npc.result_type(npc.float_dtype(npc.result_type(a, w)), w)
    if axis is not None and w.ndim == 1 and a.ndim > 1:
        w = w[(slice(None),) + (None,) * (a.ndim - 1 - npc.axis(axis, a.ndim))]
    else:
        for k in npc.static_range(a.ndim):
            if a.shape[k] != w.shape[k]:
                raise TypeError("Axis must be specified when shapes of a and weights differ.")
    scale = sum(npc.broadcast_to(w, a.shape), axis, dtype, keepdims=keepdims)
    if any(npc.asarray(scale) == 0):
        raise ZeroDivisionError("Weights sum to zero, can't be normalized")
    result = sum(multiply(a, w, dtype=dtype), axis, keepdims=keepdims) / scale
    return (result, scale) if returned else result


def cov(m, y=None, rowvar=True, bias=False, ddof=None):
    """The covariance matrix of variables in rows.

    >>> np.cov(np.array([[0.0, 1.0, 2.0], [2.0, 1.0, 0.0]]))
    array([[ 1., -1.],
           [-1.,  1.]])
    """
    x = _variables(m, rowvar)
    if y is not None:
        x = concatenate((x, _variables(y, rowvar)), 0)
    x = npc.as_type(x, npc.result_type(x, npc.float64(0)))
    degrees = (0 if bias else 1) if ddof is None else ddof
    rest = x.shape[1] - degrees
    centred = x - mean(x, 1)[:, None]
    result = dot(centred, npc.transpose(centred, None)) * (npc.float64(1) / npc.float64(rest if rest > 0 else 0))
    if npc.asarray(m).ndim < 2 and y is None:
        return npc.asarray(result[0, 0])
    return result


def _variables(m, rowvar):
    m = npc.asarray(m)
    if m.ndim > 2:
        raise ValueError("m has more than 2 dimensions")
    if m.ndim < 2:
        return atleast_2d(m)
    return m if rowvar else npc.transpose(m, None)


def corrcoef(x, y=None, rowvar=True):
    """The correlation coefficients of variables in rows.

    >>> np.corrcoef(np.array([0.0, 1.0, 2.0]), np.array([2.0, 1.0, 0.0]))
    array([[ 1., -1.],
           [-1.,  1.]])
    """
    c = cov(x, y, rowvar)
    if c.ndim == 0:
        return c / c
    deviations = sqrt(diagonal(c))
    return clip(c / deviations[:, None] / deviations[None, :], -1, 1)


# ---- without NaN


def _filled(a, value):
    a = npc.asarray(a)
    return where(isnan(a), npc.cast(value, npc.dtype(a)), a) if npc.is_float(npc.dtype(a)) else a


def nansum(a, axis=None, dtype=None, out=None, keepdims=False):
    """The sum, NaN counted as 0.

    >>> np.nansum(np.array([1.0, np.nan]))
    np.float64(1.0)
    """
    return sum(_filled(a, 0), axis, dtype, out, keepdims)


def nanprod(a, axis=None, dtype=None, out=None, keepdims=False):
    """The product, NaN counted as 1.

    >>> np.nanprod(np.array([2.0, np.nan]))
    np.float64(2.0)
    """
    return prod(_filled(a, 1), axis, dtype, out, keepdims)


def nancumsum(a, axis=None, dtype=None, out=None):
    """The running sum, NaN counted as 0.

    >>> np.nancumsum(np.array([1.0, np.nan, 2.0]))
    array([1., 1., 3.])
    """
    return cumsum(_filled(a, 0), axis, dtype, out)


def nancumprod(a, axis=None, dtype=None, out=None):
    """The running product, NaN counted as 1.

    >>> np.nancumprod(np.array([1.0, np.nan, 2.0]))
    array([1., 1., 2.])
    """
    return cumprod(_filled(a, 1), axis, dtype, out)


def _all_nan(a, axis, keepdims):
    return all(isnan(a), axis, keepdims=keepdims)


def nanmin(a, axis=None, out=None, keepdims=False):
    """The minimum without NaN.

    >>> np.nanmin(np.array([3.0, np.nan, 1.0]))
    np.float64(1.0)
    """
    a = npc.asarray(a)
    if not npc.is_float(npc.dtype(a)):
        return min(a, axis, out, keepdims)
    return _into(_or_nan(min(_filled(a, float("inf")), axis, keepdims=keepdims), _all_nan(a, axis, keepdims)), out)


def nanmax(a, axis=None, out=None, keepdims=False):
    """The maximum without NaN.

    >>> np.nanmax(np.array([3.0, np.nan, 1.0]))
    np.float64(3.0)
    """
    a = npc.asarray(a)
    if not npc.is_float(npc.dtype(a)):
        return max(a, axis, out, keepdims)
    return _into(_or_nan(max(_filled(a, float("-inf")), axis, keepdims=keepdims), _all_nan(a, axis, keepdims)), out)


def _or_nan(result, is_nan):
    nothing = npc.cast(float("nan"), npc.dtype(result))
    if npc.is_scalar(result):
        return nothing if is_nan else result
    return where(is_nan, nothing, result)


def nanargmin(a, axis=None, out=None, *, keepdims=False):
    """The place of the minimum without NaN.

    >>> np.nanargmin(np.array([np.nan, 3.0, 1.0]))
    np.int64(2)
    """
    a = npc.asarray(a)
    if npc.is_float(npc.dtype(a)) and any(_all_nan(a, axis, False)):
        raise ValueError("All-NaN slice encountered")
    return argmin(_filled(a, float("inf")) if npc.is_float(npc.dtype(a)) else a, axis, out, keepdims=keepdims)


def nanargmax(a, axis=None, out=None, *, keepdims=False):
    """The place of the maximum without NaN.

    >>> np.nanargmax(np.array([np.nan, 3.0, 1.0]))
    np.int64(1)
    """
    a = npc.asarray(a)
    if npc.is_float(npc.dtype(a)) and any(_all_nan(a, axis, False)):
        raise ValueError("All-NaN slice encountered")
    return argmax(_filled(a, float("-inf")) if npc.is_float(npc.dtype(a)) else a, axis, out, keepdims=keepdims)


def nanmean(a, axis=None, dtype=None, out=None, keepdims=False):
    """The mean without NaN.

    >>> np.nanmean(np.array([1.0, np.nan, 3.0]))
    np.float64(2.0)
    """
    a = npc.asarray(a)
    if not npc.is_float(npc.dtype(a)):
        return mean(a, axis, dtype, out, keepdims)
    total = sum(_filled(a, 0), axis, dtype, keepdims=keepdims)
    return _into(_over(total, sum(logical_not(isnan(a)), axis, keepdims=keepdims)), out)


@npc.ufunc("compare")
def _over(total, count):
    return npc.cast(npc.float64(total) / npc.float64(count), npc.dtype(total))


def nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    """The variance without NaN.

    >>> np.nanvar(np.array([1.0, np.nan, 3.0]))
    np.float64(1.0)
    """
    a = npc.asarray(a)
    if not npc.is_float(npc.dtype(a)):
        return var(a, axis, dtype, out, ddof, keepdims)
    there = logical_not(isnan(a))
    average = _over(sum(_filled(a, 0), axis, dtype, keepdims=True), sum(there, axis, keepdims=True))
    deviation = where(there, _filled(a, 0) - average, npc.cast(0, npc.dtype(average)))
    rest = sum(there, axis, keepdims=keepdims) - ddof
    total = sum(deviation * deviation, axis, dtype, keepdims=keepdims)
    return _into(_or_nan(_over(total, rest), rest <= 0), out)


def nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    """The standard deviation without NaN.

    >>> np.nanstd(np.array([1.0, np.nan, 3.0]))
    np.float64(1.0)
    """
    return _into(sqrt(nanvar(a, axis, dtype, None, ddof, keepdims)), out)


def nanmedian(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """The middle value without NaN.

    >>> np.nanmedian(np.array([10.0, np.nan, 3.0]))
    np.float64(6.5)
    """
    a = npc.asarray(a)
    if not npc.is_float(npc.dtype(a)):
        return median(a, axis, out, False, keepdims)
    values = _sorted_along(a, axis)
    if values.ndim == 1:
        return _into(_with_dims(_median_of_some(values), a, axis, keepdims), out)
    rows = npc.reshape(values, (_lines_of(values.shape), values.shape[-1]))
    result = npc.empty((rows.shape[0],), npc.dtype(a))
    for k in range(rows.shape[0]):
        result[k] = _median_of_some(rows[k])
    return _into(_with_dims(npc.reshape(result, values.shape[:-1]), a, axis, keepdims), out)


@npc.compiled
def _median_of_some(values):
    n = values.shape[0] - count_nonzero(isnan(values))
    if n == 0:
        return npc.cast(float("nan"), npc.dtype(values))
    return mean(values[(n - 1) // 2 : n // 2 + 1])


def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    """NaN and infinities replaced by numbers.

    >>> np.nan_to_num(np.array([np.nan, np.inf, 1.0]), posinf=9.0)
    array([0., 9., 1.])
    """
    if not npc.is_float(npc.dtype(x)):
        return npc.copy(npc.asarray(x)) if npc.is_array(x) else x
    dtype = npc.dtype(x)
    largest = npc.cast(3.4028234663852886e38, dtype) if dtype == npc.dtype(npc.float32(0)) else npc.cast(1.7976931348623157e308, dtype)
    high = largest if posinf is None else npc.cast(posinf, dtype)
    low = -largest if neginf is None else npc.cast(neginf, dtype)
    result = _finite(x, npc.cast(nan, dtype), low, high)
    if copy:
        return result
    x[...] = result
    return x


@npc.ufunc("arithmetic")
def _finite(x, nothing, low, high):
    return nothing if x != x else high if x == npc.highest(npc.dtype(x)) else low if x == npc.lowest(npc.dtype(x)) else x


# ---- with a tolerance


def isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    """True where two values are equal within a tolerance.

    >>> np.isclose(np.array([1.0, 2.0]), np.array([1.0, 2.1]))
    array([ True, False])
    """
    x = a if npc.is_scalar(a) else npc.asarray(a)
    y = b if npc.is_scalar(b) else npc.asarray(b)
    near = logical_and(less_equal(absolute(subtract(x, _inexact(y))), atol + rtol * absolute(_inexact(y))), isfinite(y))
    result = logical_or(near, equal(x, y))
    if equal_nan:
        result = logical_or(result, logical_and(isnan(x), isnan(y)))
    return result


def _inexact(y):
    dtype = npc.dtype(y)
    if npc.is_float(dtype) or npc.is_complex(dtype):
        return y
    return npc.weak(npc.cast(y, npc.dtype(1.0))) if npc.is_scalar(y) else npc.as_type(y, npc.result_type(dtype, 1.0))


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    """True if all values are equal within a tolerance.

    >>> np.allclose(np.array([1.0, 2.0]), np.array([1.0, 2.0 + 1e-9]))
    True
    """
    return npc.weak(all(isclose(a, b, rtol, atol, equal_nan)))


def array_equal(a1, a2, equal_nan=False):
    """True if two arrays have the same shape and elements.

    >>> np.array_equal([1, 2], [1, 2])
    True
    """
    a = npc.asarray(a1)
    b = npc.asarray(a2)
    if a.ndim != b.ndim:
        return False
    for k in npc.static_range(a.ndim):
        if a.shape[k] != b.shape[k]:
            return False
    same = equal(a, b)
    if equal_nan:
        same = logical_or(same, logical_and(not_equal(a, a), not_equal(b, b)))
    return npc.weak(all(same))


def array_equiv(a1, a2):
    """True if two arrays have the same elements after broadcasting.

    >>> np.array_equiv([1, 2], [[1, 2], [1, 2]])
    True
    """
    a = npc.asarray(a1)
    b = npc.asarray(a2)
    for k in npc.static_range(a.ndim if a.ndim < b.ndim else b.ndim):
        n = a.shape[a.ndim - 1 - k]
        m = b.shape[b.ndim - 1 - k]
        if n != m and n != 1 and m != 1:
            return False
    return npc.weak(all(equal(a, b)))


def digitize(x, bins, right=False):
    """The number of the bin that each value falls into.

    >>> np.digitize(np.array([0.2, 6.4, 3.0]), np.array([0.0, 1.0, 2.5, 4.0, 10.0]))
    array([1, 4, 3])
    """
    bins = npc.asarray(bins)
    if bins.shape[0] > 1 and bins[0] > bins[-1]:
        if any(bins[1:] > bins[:-1]):
            raise ValueError("bins must be monotonically increasing or decreasing")
        return bins.shape[0] - searchsorted(bins[::-1], x, "left" if right else "right")
    if any(bins[1:] < bins[:-1]):
        raise ValueError("bins must be monotonically increasing or decreasing")
    return searchsorted(bins, x, "left" if right else "right")
