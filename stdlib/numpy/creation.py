"""Making arrays."""
import npc


def empty(shape, dtype=float):
    """A new array with unspecified elements.

    >>> np.empty((2, 3)).shape
    (2, 3)
    """
    return npc.empty(shape, dtype)


def zeros(shape, dtype=float):
    """A new array of zeros.

    >>> np.zeros(2)
    array([0., 0.])
    """
    return full(shape, 0, dtype)


def ones(shape, dtype=float):
    """A new array of ones.

    >>> np.ones(2)
    array([1., 1.])
    """
    return full(shape, 1, dtype)


def full(shape, fill_value, dtype=None):
    """A new array filled with a value.

    >>> np.full(2, 7)
    array([7, 7])
    """
    if dtype is None:
        dtype = npc.dtype(fill_value)
    result = npc.empty(shape, dtype)
    result[...] = fill_value
    return result


def empty_like(prototype, dtype=None, shape=None):
    """A new array of the same shape and dtype with unspecified elements.

    >>> np.empty_like(np.ones((2, 3))).shape
    (2, 3)
    """
    a = npc.asarray(prototype)
    if dtype is None:
        dtype = npc.dtype(a)
    return npc.empty_like(a, dtype) if shape is None else npc.empty(shape, dtype)


def zeros_like(a, dtype=None, shape=None):
    """A new array of zeros of the same shape and dtype.

    >>> np.zeros_like(np.array([1, 2]))
    array([0, 0])
    """
    return full_like(a, 0, dtype, shape)


def ones_like(a, dtype=None, shape=None):
    """A new array of ones of the same shape and dtype.

    >>> np.ones_like(np.array([1, 2]))
    array([1, 1])
    """
    return full_like(a, 1, dtype, shape)


def full_like(a, fill_value, dtype=None, shape=None):
    """A new array of the same shape and dtype, filled with a value.

    >>> np.full_like(np.array([1, 2]), 7)
    array([7, 7])
    """
    result = empty_like(a, dtype, shape)
    result[...] = fill_value
    return result


def array(object, dtype=None, *, copy=True, ndmin=0):
    """A new array of a nested sequence, a scalar or an array.

    >>> np.array([[1, 2], [3, 4.5]])
    array([[1. , 2. ],
           [3. , 4.5]])
    """
    result = npc.asarray(object, dtype=dtype)
    return npc.copy(result) if npc.is_array(object) and copy else result


def asarray(a, dtype=None):
    """The argument as an array; an array of the right dtype is not copied.

    >>> np.asarray([1, 2])
    array([1, 2])
    """
    return npc.asarray(a, dtype=dtype)


def ascontiguousarray(a, dtype=None):
    """The argument as a new array in C order.

    >>> np.ascontiguousarray(np.array([[1, 2], [3, 4]]).T)
    array([[1, 3],
           [2, 4]])
    """
    return npc.copy_c(npc.asarray(a, dtype=dtype))


def arange(start, stop=None, step=1, dtype=None):
    """Evenly spaced values in a half-open interval.

    >>> np.arange(2, 8, 3)
    array([2, 5])
    """
    if stop is None:
        return _arange(npc.cast(0, npc.dtype(start)) if npc.is_float(npc.dtype(start)) else 0, start, step, dtype)
    return _arange(start, stop, step, dtype)


def _arange(start, stop, step, dtype):
    if dtype is None:
        dtype = npc.result_type(start, stop, step)
    if npc.is_float(npc.result_type(start, stop, step)):
        if step == 0:
            raise ZeroDivisionError("float division by zero")
        count = npc.ceil((npc.float64(stop) - npc.float64(start)) / npc.float64(step))
        if count != count:
            raise ValueError("arange: cannot compute length")
        if npc.abs(count) > 1e18:
            raise ValueError("Maximum allowed size exceeded")
        length = int(npc.maximum(count, npc.float64(0)))
    else:
        if step == 0:
            raise ZeroDivisionError("division by zero")
        length = len(range(int(start), int(stop), int(step)))
    if npc.is_float(dtype):
        first = npc.cast(start, dtype)
        delta = npc.cast(start + step, dtype) - first
        return npc.from_function(lambda i: first + npc.cast(i, dtype) * delta, (length,), dtype)
    first = npc.int64(start)
    delta = npc.int64(start + step) - first
    return npc.from_function(lambda i: first + i * delta, (length,), dtype)


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None):
    """Evenly spaced numbers over an interval.

    >>> np.linspace(0, 1, 5)
    array([0.  , 0.25, 0.5 , 0.75, 1.  ])
    """
    npc.check(num >= 0, "ValueError", "Number of samples, {0}, must be non-negative.", num)
    kind = npc.float_dtype(npc.result_type(start, stop))
    first = npc.cast(start, kind)
    last = npc.cast(stop, kind)
    delta = last - first
    gaps = num - 1 if endpoint else num
    divisor = npc.cast(gaps, kind)
    step = delta / divisor if gaps > 0 else npc.cast(float("nan"), kind)
    ends = bool(endpoint) and num > 1

    result = npc.from_function(lambda i: _sample(i, first, last, delta, step, divisor, gaps, ends), (num,), kind)
    if dtype is not None:
        result = npc.as_type(floor(result), dtype) if npc.is_int(dtype) else npc.as_type(result, dtype)
    if retstep:
        return result, step
    return result


def _sample(i, first, last, delta, step, divisor, gaps, ends):
    k = npc.cast(i, npc.dtype(first))
    if gaps > 0:
        scaled = k / divisor * delta if step == 0 else k * step
    else:
        scaled = k * delta
    value = scaled + first
    return last if ends and i == gaps else value


def eye(N, M=None, k=0, dtype=float):
    """Ones on a diagonal, zeros elsewhere.

    >>> np.eye(2)
    array([[1., 0.],
           [0., 1.]])
    """
    columns = N if M is None else M
    return npc.from_function(lambda i, j: npc.cast(j - i == k, dtype), (N, columns), dtype)


def identity(n, dtype=float):
    """The identity matrix.

    >>> np.identity(2)
    array([[1., 0.],
           [0., 1.]])
    """
    return eye(n, n, 0, dtype)
