"""Arrays put together, taken apart, repeated, turned and padded."""
import npc


def moveaxis(a, source, destination):
    """The array with axes at other positions: a view.

    >>> np.moveaxis(np.ones((2, 3, 4)), 0, -1).shape
    (3, 4, 2)
    """
    a = npc.asarray(a)
    sources = _axes_in_order(source, a.ndim)
    destinations = _axes_in_order(destination, a.ndim)
    if len(sources) != len(destinations):
        raise ValueError("`source` and `destination` arguments must have the same number of elements")
    rest = ()
    for k in npc.static_range(a.ndim):
        if k not in sources:
            rest = rest + (k,)
    order = ()
    for k in npc.static_range(a.ndim):
        chosen = -1
        for j in npc.static_range(len(destinations)):
            if destinations[j] == k:
                chosen = sources[j]
        if chosen < 0:
            order = order + (rest[0],)
            rest = rest[1:]
        else:
            order = order + (chosen,)
    return npc.transpose(a, order)


def _axes_in_order(axis, rank):
    if npc.is_scalar(axis):
        return (npc.axis(axis, rank),)
    result = ()
    for item in axis:
        result = result + (npc.axis(item, rank),)
    return result


def rollaxis(a, axis, start=0):
    """The array with an axis rolled back to a position: a view.

    >>> np.rollaxis(np.ones((2, 3, 4)), 2).shape
    (4, 2, 3)
    """
    a = npc.asarray(a)
    at = npc.axis(axis, a.ndim)
    to = start + a.ndim if start < 0 else start
    return moveaxis(a, at, to - 1 if at < to else to)


def atleast_1d(*arys):
    """The arguments as arrays with at least one axis.

    >>> np.atleast_1d(3.0)
    array([3.])
    """
    result = ()
    for ary in arys:
        a = npc.asarray(ary)
        result = result + (a[None] if a.ndim == 0 else a,)
    return result[0] if len(result) == 1 else result


def atleast_2d(*arys):
    """The arguments as arrays with at least two axes, new ones in front.

    >>> np.atleast_2d(np.array([1, 2]))
    array([[1, 2]])
    """
    result = ()
    for ary in arys:
        a = npc.asarray(ary)
        result = result + (a[(None,) * (2 - a.ndim) + (...,)] if a.ndim < 2 else a,)
    return result[0] if len(result) == 1 else result


def atleast_3d(*arys):
    """The arguments as arrays with at least three axes.

    >>> np.atleast_3d(np.array([1, 2])).shape
    (1, 2, 1)
    """
    result = ()
    for ary in arys:
        a = npc.asarray(ary)
        if a.ndim == 0:
            a = a[None, None, None]
        elif a.ndim == 1:
            a = a[None, :, None]
        elif a.ndim == 2:
            a = a[:, :, None]
        result = result + (a,)
    return result[0] if len(result) == 1 else result


def column_stack(tup):
    """Arrays of one axis as the columns of an array of two.

    >>> np.column_stack((np.array([1, 2]), np.array([3, 4])))
    array([[1, 3],
           [2, 4]])
    """
    return concatenate([_as_column(a) for a in tup], 1)


def _as_column(a):
    a = npc.asarray(a)
    if a.ndim < 2:
        return ravel(a)[:, None]
    return a


def dstack(tup):
    """Arrays joined along the third axis.

    >>> np.dstack((np.array([1, 2]), np.array([3, 4])))
    array([[[1, 3],
            [2, 4]]])
    """
    return concatenate([atleast_3d(a) for a in tup], 2)


def append(arr, values, axis=None):
    """A new array with values behind those of an array.

    >>> np.append(np.array([1, 2]), [[3, 4]])
    array([1, 2, 3, 4])
    """
    if axis is None:
        return concatenate((ravel(npc.asarray(arr)), ravel(npc.asarray(values))))
    return concatenate((arr, values), axis)


def tile(A, reps):
    """The array repeated as a whole, along each axis as often as `reps` says.

    >>> np.tile(np.array([1, 2]), 2)
    array([1, 2, 1, 2])
    >>> np.tile(np.array([1, 2]), (2, 1))
    array([[1, 2],
           [1, 2]])
    """
    a = npc.asarray(A)
    reps = (reps,) if npc.is_scalar(reps) else reps
    if len(reps) < a.ndim:
        reps = (1,) * (a.ndim - len(reps)) + tuple(reps)
    base = a[(None,) * (len(reps) - a.ndim) + (...,)]
    wide = ()
    shape = ()
    for k in npc.static_range(len(reps)):
        wide = wide + (reps[k], base.shape[k])
        shape = shape + (reps[k] * base.shape[k],)
    index = ()
    for k in npc.static_range(len(reps)):
        index = index + (None, slice(None))
    result = npc.empty(wide, npc.dtype(a))
    result[...] = base[index]
    return npc.reshape(result, shape)


def repeat(a, repeats, axis=None):
    """Each element (or slice along an axis) repeated.

    >>> np.repeat(np.array([1, 2]), 2)
    array([1, 1, 2, 2])
    >>> np.repeat(np.array([[1, 2], [3, 4]]), [1, 2], axis=0)
    array([[1, 2],
           [3, 4],
           [3, 4]])
    """
    a = npc.asarray(a)
    if axis is None:
        a = ravel(a)
        axis = 0
    at = npc.axis(axis, a.ndim)
    n = a.shape[at]
    if npc.is_scalar(repeats):
        if repeats < 0:
            raise ValueError("repeats may not contain negative values.")
        places = _repeated_evenly(n, repeats)
    else:
        counts = ravel(npc.asarray(repeats))
        npc.check_shapes(
            counts.shape[0] == n or counts.shape[0] == 1,
            "operands could not be broadcast together with shape ({0},) ({1},)",
            n,
            counts.shape[0],
        )
        if any(counts < 0):
            raise ValueError("repeats may not contain negative values.")
        places = _repeated(npc.broadcast_to(counts, (n,)))
    return a[(slice(None),) * at + (places,)]


@npc.compiled
def _repeated_evenly(n, count):
    result = npc.empty((n * count,), npc.dtype(0))
    k = 0
    for i in range(n):
        for j in range(count):
            npc.set_row(result, (k,), i)
            k = k + 1
    return result


@npc.compiled
def _repeated(counts):
    result = npc.empty((int(sum(counts)),), npc.dtype(0))
    k = 0
    for i in range(counts.shape[0]):
        for j in range(int(counts[i])):
            npc.set_row(result, (k,), i)
            k = k + 1
    return result


def roll(a, shift, axis=None):
    """The elements moved along an axis; what leaves at the end comes in at the start.

    >>> np.roll(np.arange(5), 2)
    array([3, 4, 0, 1, 2])
    """
    a = npc.asarray(a)
    if axis is None:
        return npc.reshape(roll(ravel(a), shift, 0), a.shape)
    if not npc.is_scalar(axis):
        result = a
        for k in npc.static_range(len(axis)):
            result = roll(result, shift if npc.is_scalar(shift) else shift[k], axis[k])
        return result
    at = npc.axis(axis, a.ndim)
    n = a.shape[at]
    by = shift % n if n > 0 else 0
    result = npc.empty_like(a, npc.dtype(a))
    before = (slice(None),) * at
    result[before + (slice(by, None),)] = a[before + (slice(None, n - by),)]
    result[before + (slice(None, by),)] = a[before + (slice(n - by, None),)]
    return result


def flip(m, axis=None):
    """The elements in reverse order along axes: a view.

    >>> np.flip(np.array([1, 2, 3]))
    array([3, 2, 1])
    """
    m = npc.asarray(m)
    axes = npc.axes(axis, m.ndim)
    index = ()
    for k in npc.static_range(m.ndim):
        index = index + (slice(None, None, -1) if k in axes else slice(None),)
    return m[index]


def fliplr(m):
    """The columns in reverse order: a view.

    >>> np.fliplr(np.array([[1, 2], [3, 4]]))
    array([[2, 1],
           [4, 3]])
    """
    return flip(m, 1)


def flipud(m):
    """The rows in reverse order: a view.

    >>> np.flipud(np.array([[1, 2], [3, 4]]))
    array([[3, 4],
           [1, 2]])
    """
    return flip(m, 0)


def rot90(m, k=1, axes=(0, 1)):
    """The array turned by quarters in the plane of two axes: a view.

    >>> np.rot90(np.array([[1, 2], [3, 4]]))
    array([[2, 4],
           [1, 3]])
    """
    m = npc.asarray(m)
    turns = k % 4
    if turns == 0:
        return m[...]
    if turns == 2:
        return flip(flip(m, axes[0]), axes[1])
    if turns == 1:
        return swapaxes(flip(m, axes[1]), axes[0], axes[1])
    return flip(swapaxes(m, axes[0], axes[1]), axes[1])


def split(ary, indices_or_sections, axis=0):
    """Views of equal parts along an axis, or of the parts between places.

    >>> np.split(np.arange(4), 2)[1]
    array([2, 3])
    >>> np.split(np.arange(4), [1, 3])[1]
    array([1, 2])
    """
    a = npc.asarray(ary)
    if npc.is_scalar(indices_or_sections):
        if a.shape[npc.axis(axis, a.ndim)] % indices_or_sections != 0:
            raise ValueError("array split does not result in an equal division")
    return array_split(a, indices_or_sections, axis)


def array_split(ary, indices_or_sections, axis=0):
    """Views of parts along an axis, which may differ in length by one.

    >>> np.array_split(np.arange(5), 2)[0]
    array([0, 1, 2])
    """
    a = npc.asarray(ary)
    at = npc.axis(axis, a.ndim)
    n = a.shape[at]
    before = (slice(None),) * at
    parts = []
    if npc.is_scalar(indices_or_sections):
        count = indices_or_sections
        each = n // count
        extra = n % count
        start = 0
        for k in npc.static_range(count):
            stop = start + each + (1 if k < extra else 0)
            parts = parts + [a[before + (slice(start, stop),)]]
            start = stop
        return parts
    start = 0
    for place in indices_or_sections:
        parts = parts + [a[before + (slice(start, place),)]]
        start = place
    return parts + [a[before + (slice(start, None),)]]


def hsplit(ary, indices_or_sections):
    """Views of parts along the second axis (the first of 1-d arrays).

    >>> np.hsplit(np.arange(4), 2)[0]
    array([0, 1])
    """
    a = npc.asarray(ary)
    return split(a, indices_or_sections, 0 if a.ndim == 1 else 1)


def vsplit(ary, indices_or_sections):
    """Views of parts along the first axis.

    >>> np.vsplit(np.array([[1], [2]]), 2)[1]
    array([[2]])
    """
    return split(ary, indices_or_sections, 0)


def meshgrid(*xi, copy=True, sparse=False, indexing="xy"):
    """Coordinates of the points of a grid.

    >>> np.meshgrid(np.array([1, 2]), np.array([3, 4]))
    (array([[1, 2],
           [1, 2]]), array([[3, 3],
           [4, 4]]))
    """
    n = len(xi)
    axes = [ravel(npc.asarray(x)) for x in xi]
    result = ()
    shape = ()
    for k in npc.static_range(n):
        shape = shape + (axes[_grid_position(k, n, indexing)].shape[0],)
    for k in npc.static_range(n):
        at = _grid_position(k, n, indexing)
        axis = axes[k][(None,) * at + (slice(None),) + (None,) * (n - 1 - at)]
        if not sparse:
            axis = npc.broadcast_to(axis, shape)
        result = result + (npc.copy_c(axis) if copy else axis,)
    return result


def _grid_position(k, n, indexing):
    if indexing == "xy" and n > 1:
        return 1 if k == 0 else 0 if k == 1 else k
    return k


def pad(array, pad_width, mode="constant", constant_values=0):
    """The array with values around it: a constant, the edge, or its own elements mirrored or wrapped.

    >>> np.pad(np.array([1, 2]), (2, 1))
    array([0, 0, 1, 2, 0])
    >>> np.pad(np.array([1, 2, 3]), 2, mode="reflect")
    array([3, 2, 1, 2, 3, 2, 1])
    """
    a = npc.asarray(array)
    result = a
    for k in npc.static_range(a.ndim):
        before, after = _pair_of(pad_width, k, a.ndim)
        if before < 0 or after < 0:
            raise ValueError("index can't contain negative values")
        if mode == "constant":
            low, high = _pair_of(constant_values, k, a.ndim)
            result = _pad_constant(result, k, before, after, low, high)
        else:
            npc.check_shapes(
                result.shape[k] > 0 or before + after == 0,
                "can't extend empty axis {0} using modes other than 'constant' or 'empty'",
                k,
            )
            n = result.shape[k]
            places = npc.empty((before + n + after,), npc.dtype(0))
            _padded_places(places, n, before, mode)
            result = result[(slice(None),) * k + (places,)]
    return npc.copy_c(result)


def _pair_of(given, k, rank):
    # One number, one for each side, or a pair for each axis.
    if npc.is_scalar(given):
        return given, given
    if len(given) == 1:
        return _pair_of(given[0], k, rank)
    if npc.is_scalar(given[0]):
        return given[0], given[1]
    return _pair_of(given[k], 0, 1)


def _pad_constant(a, axis, before, after, low, high):
    n = a.shape[axis]
    result = npc.empty(a.shape[:axis] + (before + n + after,) + a.shape[axis + 1 :], npc.dtype(a))
    front = (slice(None),) * axis
    result[front + (slice(None, before),)] = low
    result[front + (slice(before + n, None),)] = high
    result[front + (slice(before, before + n),)] = a
    return result


@npc.compiled
def _padded_places(places, n, before, mode):
    for k in range(places.shape[0]):
        places[k] = _padded_place(k - before, n, mode)


def _padded_place(k, n, mode):
    if mode == "edge":
        return 0 if k < 0 else n - 1 if k >= n else k
    if mode == "wrap":
        return k % n
    if mode == "symmetric":
        place = k % (2 * n)
        return 2 * n - 1 - place if place >= n else place
    if mode == "reflect":
        if n == 1:
            return 0
        place = k % (2 * n - 2)
        return 2 * n - 2 - place if place >= n else place
    npc.compile_error('`mode=` of np.pad is "constant", "edge", "reflect", "symmetric" or "wrap"; others are not supported yet')
    return 0


def delete(arr, obj, axis=None):
    """A copy without the elements (or slices along an axis) at the given places.

    >>> np.delete(np.array([1, 2, 3, 4]), [0, 2])
    array([2, 4])
    """
    a = npc.asarray(arr)
    if axis is None:
        a = ravel(a)
        axis = 0
    at = npc.axis(axis, a.ndim)
    keep = full(a.shape[at], True)
    if npc.is_scalar(obj):
        n = a.shape[at]
        npc.check(-n <= obj and obj < n, "IndexError", "index {0} is out of bounds for axis {1} with size {2}", obj, at, n)
    keep[obj] = False
    return a[(slice(None),) * at + (keep,)]


def insert(arr, obj, values, axis=None):
    """A copy with values inserted before a place.

    >>> np.insert(np.array([1, 2, 3]), 1, 9)
    array([1, 9, 2, 3])
    """
    a = npc.asarray(arr)
    if axis is None:
        a = ravel(a)
        axis = 0
    at = npc.axis(axis, a.ndim)
    if not npc.is_scalar(obj):
        npc.compile_error("np.insert at several places is not supported yet", "insert one after the other")
    n = a.shape[at]
    npc.check(-n <= obj and obj <= n, "IndexError", "index {0} is out of bounds for axis {1} with size {2}", obj, at, n)
    place = obj + n if obj < 0 else obj
    front = (slice(None),) * at
    inner = npc.as_type(npc.asarray(values), npc.dtype(a))
    if inner.ndim == 0 or a.ndim > inner.ndim:
        inner = npc.broadcast_to(inner, a.shape[:at] + a.shape[at + 1 :]) if a.ndim > 1 else ravel(inner)
        inner = expand_dims(inner, at) if a.ndim > 1 else inner
    return concatenate((a[front + (slice(None, place),)], inner, a[front + (slice(place, None),)]), at)


def resize(a, new_shape):
    """A new array of a shape, filled with the elements again and again.

    >>> np.resize(np.array([1, 2, 3]), (2, 2))
    array([[1, 2],
           [3, 1]])
    """
    flat = ravel(npc.asarray(a))
    shape = npc.shape(new_shape)
    size = 1
    for n in shape:
        size = size * n
    if flat.size == 0:
        return full(shape, 0, npc.dtype(flat))
    return npc.reshape(flat[_flat_places(size) % flat.size], shape)


def trim_zeros(filt, trim="fb"):
    """A view without the zeros at the ends.

    >>> np.trim_zeros(np.array([0, 1, 2, 0]))
    array([1, 2])
    """
    a = npc.asarray(filt)
    places = flatnonzero(a)
    if places.size == 0:
        return a[:0]
    first = places[0] if trim in ("f", "fb", "bf") else 0
    last = places[-1] + 1 if trim in ("b", "fb", "bf") else a.shape[0]
    return a[first:last]


def diag(v, k=0):
    """A diagonal of a matrix (a copy here), or a matrix with a diagonal.

    >>> np.diag(np.array([[1, 2], [3, 4]]))
    array([1, 4])
    >>> np.diag(np.array([1, 2]))
    array([[1, 0],
           [0, 2]])
    """
    a = npc.asarray(v)
    if a.ndim == 1:
        size = a.shape[0] + (k if k >= 0 else -k)
        result = full((size, size), 0, npc.dtype(a))
        down = -k if k < 0 else 0
        right = k if k > 0 else 0
        for i in range(a.shape[0]):
            result[i + down, i + right] = a[i]
        return result
    if a.ndim != 2:
        raise ValueError("Input must be 1- or 2-d.")
    return diagonal(a, k)


def diagonal(a, offset=0, axis1=0, axis2=1):
    """The diagonal of two axes, as the last axis of a new array.

    >>> np.diagonal(np.array([[1, 2], [3, 4]]), 1)
    array([2])
    """
    a = npc.asarray(a)
    if a.ndim < 2:
        raise ValueError("diag requires an array of at least two dimensions")
    moved = moveaxis(a, (axis1, axis2), (0, 1))
    n = moved.shape[0] + (offset if offset < 0 else 0)
    m = moved.shape[1] - (offset if offset > 0 else 0)
    count = n if n < m else m
    count = count if count > 0 else 0
    rows = npc.from_function(lambda i: i, (count,), npc.dtype(0)) - (offset if offset < 0 else 0)
    columns = npc.from_function(lambda i: i, (count,), npc.dtype(0)) + (offset if offset > 0 else 0)
    return moveaxis(moved[rows, columns], 0, -1)


def diagflat(v, k=0):
    """A matrix with the flattened array as a diagonal.

    >>> np.diagflat(np.array([[1, 2]]))
    array([[1, 0],
           [0, 2]])
    """
    return diag(ravel(npc.asarray(v)), k)


def fill_diagonal(a, val, wrap=False):
    """Stores a value along the diagonal.

    >>> a = np.zeros((2, 2))
    >>> np.fill_diagonal(a, 5)
    >>> a
    array([[5., 0.],
           [0., 5.]])
    """
    if a.ndim < 2:
        raise ValueError("array must be at least 2-d")
    count = a.shape[0]
    for k in npc.static_range(a.ndim):
        count = a.shape[k] if a.shape[k] < count else count
    places = npc.from_function(lambda i: i, (count,), npc.dtype(0))
    if npc.is_scalar(val):
        a[(places,) * a.ndim] = val
    else:
        values = ravel(npc.asarray(val))
        a[(places,) * a.ndim] = values[places % values.size]


def diag_indices(n, ndim=2):
    """The places of the diagonal.

    >>> np.diag_indices(2)
    (array([0, 1]), array([0, 1]))
    """
    return (npc.from_function(lambda i: i, (n,), npc.dtype(0)),) * ndim


def trace(a, offset=0, axis1=0, axis2=1, dtype=None, out=None):
    """The sum along a diagonal.

    >>> np.trace(np.array([[1, 2], [3, 4]]))
    np.int64(5)
    """
    return sum(diagonal(a, offset, axis1, axis2), -1, dtype, out)


def tri(N, M=None, k=0, dtype=float):
    """Ones at and below a diagonal.

    >>> np.tri(2, 3)
    array([[1., 0., 0.],
           [1., 1., 0.]])
    """
    columns = N if M is None else M
    return npc.from_function(lambda i, j: npc.cast(j - i <= k, dtype), (N, columns), dtype)


def tril(m, k=0):
    """A copy with zeros above a diagonal.

    >>> np.tril(np.array([[1, 2], [3, 4]]))
    array([[1, 0],
           [3, 4]])
    """
    m = npc.asarray(m)
    below = tri(m.shape[-2], m.shape[-1], k, bool)
    return where(below, m, npc.cast(0, npc.dtype(m)))


def triu(m, k=0):
    """A copy with zeros below a diagonal.

    >>> np.triu(np.array([[1, 2], [3, 4]]))
    array([[1, 2],
           [0, 4]])
    """
    m = npc.asarray(m)
    below = tri(m.shape[-2], m.shape[-1], k - 1, bool)
    return where(below, npc.cast(0, npc.dtype(m)), m)


def tril_indices(n, k=0, m=None):
    """The places at and below a diagonal.

    >>> np.tril_indices(2)
    (array([0, 1, 1]), array([0, 0, 1]))
    """
    return nonzero(tri(n, m, k, bool))


def triu_indices(n, k=0, m=None):
    """The places at and above a diagonal.

    >>> np.triu_indices(2)
    (array([0, 0, 1]), array([0, 1, 1]))
    """
    return nonzero(logical_not(tri(n, m, k - 1, bool)))


def vander(x, N=None, increasing=False):
    """Powers of a vector as columns.

    >>> np.vander(np.array([1, 2, 3]), 3)
    array([[1, 1, 1],
           [4, 2, 1],
           [9, 3, 1]])
    """
    x = npc.asarray(x)
    if x.ndim != 1:
        raise ValueError("x must be a one-dimensional array or sequence.")
    n = x.shape[0] if N is None else N
    result = npc.empty((x.shape[0], n), npc.result_type(x, 1))
    for i in range(n):
        column = i if increasing else n - 1 - i
        if i == 0:
            result[:, column] = 1
        else:
            result[:, column] = result[:, column - 1 if increasing else column + 1] * x
    return result
