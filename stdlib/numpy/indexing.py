"""Indexing with arrays: gather, scatter, filter; the functions of NumPy that find and take elements by their places.

A subscript with arrays arrives here as a view of the base, index arrays, the axes of the view that they go along (and the
numbers of these axes in the base, as text, for messages), and the axis in front of which the new axes go.
"""
import npc


def _load_at(a, indices, axes, originals, place):
    indices = npc.broadcast_indices(indices)
    moved = _in_front(a, axes)
    if len(axes) == 1:
        result = _gather(moved, ravel(indices[0]), originals[0])
    else:
        result = _gather_places(moved, _places_of(moved, indices, originals))
    return _put_back(result, indices[0].shape, moved.shape[len(axes) :], place)


def _store_at(a, indices, axes, originals, place, value):
    indices = npc.broadcast_indices(indices)
    moved = _in_front(a, axes)
    places = _places_of(moved, indices, originals)
    if npc.is_scalar(value):
        _fill_places(moved, places, value)
    else:
        rest = moved.shape[len(axes) :]
        shape = indices[0].shape
        value = npc.assignable(value, rest[:place] + shape + rest[place:])
        value = npc.apart(value, a)
        _scatter(moved, places, npc.reshape(_take_out(value, len(shape), place), (places[0].shape[0],) + rest))


def _load_where(a, mask, axis, place):
    axes = _counted(axis, mask.ndim)
    moved = _in_front(a, axes)
    rest = moved.shape[mask.ndim :]
    if mask.ndim > 1:
        moved = npc.reshape(moved, (mask.size,) + rest)
    result = _filter(moved, ravel(mask))
    return _put_back(result, result.shape[:1], rest, place)


def _store_where(a, mask, value):
    if value.ndim > 1:
        npc.check(
            False,
            "TypeError",
            "NumPy boolean array indexing assignment requires a 0 or 1-dimensional input, input has {0} dimensions",
            value.ndim,
        )
    value = npc.apart(value, a)
    places = nonzero(mask)
    count = places[0].shape[0]
    given = value.shape[0]
    npc.check_shapes(
        given == count or given == 1,
        "NumPy boolean array indexing assignment cannot assign {0} input values to the {1} output values where the mask is true",
        given,
        count,
    )
    _scatter(a, places, npc.broadcast_to(value, (count,)))


def _in_front(a, axes):
    # The axes in front, the others behind them in order.
    order = axes
    for k in npc.static_range(a.ndim):
        if k not in axes:
            order = order + (k,)
    return npc.transpose(a, order)


def _put_back(result, shape, rest, place):
    # The axes that the index arrays made are in front: they go to their place.
    result = npc.reshape(result, shape + rest)
    added = _counted(0, len(shape))
    before = _counted(len(shape), place)
    behind = _counted(len(shape) + place, len(rest) - place)
    return npc.transpose(result, before + added + behind)


def _take_out(value, added, place):
    before = _counted(0, place)
    behind = _counted(place + added, value.ndim - place - added)
    return npc.transpose(value, _counted(place, added) + before + behind)


def _counted(first, count):
    result = ()
    for k in npc.static_range(count):
        result = result + (first + k,)
    return result


def _places_of(a, indices, originals):
    places = ()
    for k in npc.static_range(len(indices)):
        places = places + (_checked(ravel(indices[k]), a.shape[k], originals[k]),)
    return places


@npc.compiled
def _checked(index, extent, axis):
    result = npc.empty((index.shape[0],), npc.dtype(0))
    for k in range(index.shape[0]):
        npc.set_row(result, (k,), npc.index(npc.row(index, (k,)), extent, axis))
    return result


@npc.compiled
def _gather(a, index, axis):
    n = index.shape[0]
    result = npc.empty((n,) + a.shape[1:], npc.dtype(a))
    for k in range(n):
        npc.set_row(result, (k,), npc.row(a, (npc.index(npc.row(index, (k,)), a.shape[0], axis),)))
    return result


@npc.compiled
def _gather_places(a, places):
    n = places[0].shape[0]
    result = npc.empty((n,) + a.shape[len(places) :], npc.dtype(a))
    for k in range(n):
        npc.set_row(result, (k,), npc.row(a, _nth(places, k)))
    return result


@npc.compiled
def _scatter(a, places, values):
    for k in range(values.shape[0]):
        npc.set_row(a, _nth(places, k), npc.row(values, (k,)))


@npc.compiled
def _fill_places(a, places, value):
    for k in range(places[0].shape[0]):
        npc.set_row(a, _nth(places, k), value)


def _nth(places, k):
    at = ()
    for place in places:
        at = at + (npc.row(place, (k,)),)
    return at


@npc.compiled
def _filter(a, mask):
    result = npc.empty((count_nonzero(mask),) + a.shape[1:], npc.dtype(a))
    j = 0
    for k in range(mask.shape[0]):
        if npc.row(mask, (k,)):
            npc.set_row(result, (j,), npc.row(a, (k,)))
            j = j + 1
    return result


def nonzero(a):
    """The places of the elements that are not zero: an array of indices for each axis.

    >>> np.nonzero(np.array([[1, 0, 2], [0, 3, 0]]))
    (array([0, 0, 1]), array([0, 2, 1]))
    """
    a = npc.asarray(a)
    if a.ndim == 0:
        npc.compile_error("Calling nonzero on 0d arrays is not allowed.", "write `np.atleast_1d(a).nonzero()`")
    flat = flatnonzero(a)
    if a.ndim == 1:
        return (flat,)
    return unravel_index(flat, a.shape)


def flatnonzero(a):
    """The places of the elements that are not zero in the flattened array.

    >>> np.flatnonzero(np.array([[1, 0], [0, 3]]))
    array([0, 3])
    """
    a = npc.asarray(a)
    return _places_of_true(ravel(a))


@npc.compiled
def _places_of_true(a):
    result = npc.empty((count_nonzero(a),), npc.dtype(0))
    j = 0
    for k in range(a.shape[0]):
        if npc.row(a, (k,)):
            npc.set_row(result, (j,), k)
            j = j + 1
    return result


def argwhere(a):
    """The places of the elements that are not zero, one row for each.

    >>> np.argwhere(np.array([[1, 0, 2], [0, 3, 0]]))
    array([[0, 0],
           [0, 2],
           [1, 1]])
    """
    a = npc.asarray(a)
    return transpose(npc.asarray(nonzero(a)))


def unravel_index(indices, shape, order="C"):
    """Places in a flattened array as indices for each axis.

    >>> np.unravel_index(np.array([5, 2]), (2, 3))
    (array([1, 0]), array([2, 2]))
    """
    shape = npc.shape(shape)
    result = ()
    rest = indices
    for k in npc.static_range(len(shape)):
        axis = k if order == "F" else len(shape) - 1 - k
        last = k == len(shape) - 1
        here = (rest if last else rest % shape[axis],)
        result = result + here if order == "F" else here + result
        rest = rest if last else rest // shape[axis]
    return result


def ravel_multi_index(multi_index, dims, mode="raise", order="C"):
    """Indices for each axis as places in the flattened array.

    >>> np.ravel_multi_index((np.array([1, 0]), np.array([2, 2])), (2, 3))
    array([5, 2])
    """
    dims = npc.shape(dims)
    if mode != "raise" or order != "C":
        npc.compile_error("`mode=` and `order=` of np.ravel_multi_index are not supported yet")
    place = 0
    for k in npc.static_range(len(dims)):
        inside = logical_and(multi_index[k] >= 0, multi_index[k] < dims[k])
        if not all(inside):
            raise ValueError("invalid entry in coordinates array")
        place = place * dims[k] + multi_index[k]
    return place


def _flat_get(a, index):
    if npc.is_scalar(index):
        return a[unravel_index(_flat_place(a, index), a.shape)]
    if npc.is_slice(index):
        return npc.copy(ravel(a)[index])
    return ravel(a)[index]


def _flat_set(a, index, value):
    # The values are taken again and again, as many as there are places.
    if npc.is_scalar(index):
        a[unravel_index(_flat_place(a, index), a.shape)] = value
    else:
        places = _flat_places(a.size)[index]
        at = unravel_index(places, a.shape)
        if npc.is_scalar(value):
            a[at] = value
        else:
            value = ravel(npc.asarray(value))
            a[at] = value[_flat_places(places.size) % value.size]


def _flat_place(a, index):
    size = a.size
    npc.check(-size <= index and index < size, "IndexError", "index {0} is out of bounds for size {1}", index, size)
    return index + size if index < 0 else index


def _flat_places(count):
    return npc.from_function(lambda i: i, (count,), npc.dtype(0))


def take(a, indices, axis=None, out=None, mode="raise"):
    """Elements (or slices along an axis) at the given places.

    >>> np.take(np.array([4, 3, 5]), [0, 2, -1])
    array([4, 5, 5])
    >>> np.take(np.array([4, 3, 5]), [1, 7], mode="wrap")
    array([3, 3])
    """
    a = npc.asarray(a)
    if axis is None:
        a = ravel(a)
        axis = 0
    at = npc.axis(axis, a.ndim)
    index = _within(npc.asarray(indices) if npc.is_tuple(indices) else indices, a.shape[at], mode)
    return _into(a[(slice(None),) * at + (index,)], out)


def _within(index, extent, mode):
    if mode == "wrap":
        return remainder(index, extent)
    if mode == "clip":
        return minimum(maximum(index, 0), extent - 1)
    if mode != "raise":
        npc.compile_error('`mode` is "raise", "wrap" or "clip"')
    return index


def put(a, ind, v, mode="raise"):
    """Stores values at places of the flattened array; the values are repeated as needed.

    >>> a = np.arange(5)
    >>> np.put(a, [0, 2], [-44, -55])
    >>> a
    array([-44,   1, -55,   3,   4])
    """
    if npc.is_scalar(ind):
        put(a, (ind,), v, mode)
    else:
        _flat_set_checked(a, _within(npc.asarray(ind), a.size, mode), v)


def _flat_set_checked(a, index, value):
    # What comes before an index that is out of bounds is stored, as in NumPy.
    values = npc.apart(ravel(npc.as_type(npc.asarray(value), npc.dtype(a))), a)
    if values.size > 0:
        _put_repeated(a, ravel(index), values)


@npc.compiled
def _put_repeated(a, index, values):
    for k in range(index.shape[0]):
        at = npc.index(index[k], a.size, "0")
        npc.set_row(a, unravel_index(at, a.shape), values[k % values.shape[0]])


def compress(condition, a, axis=None, out=None):
    """The slices along an axis for which a condition holds.

    >>> np.compress([0, 1], np.array([[1, 2], [3, 4], [5, 6]]), axis=0)
    array([[3, 4]])
    """
    condition = npc.asarray(condition)
    if condition.ndim != 1:
        raise ValueError("condition must be a 1-d array")
    return take(a, flatnonzero(condition), axis, out)


def _method_compress(a, condition, axis=None, out=None):
    return compress(condition, a, axis, out)


def extract(condition, arr):
    """The elements of the flattened array where a condition holds.

    >>> np.extract(np.array([True, False, True]), np.array([1, 2, 3]))
    array([1, 3])
    """
    return take(ravel(npc.asarray(arr)), flatnonzero(condition))


def place(arr, mask, vals):
    """Stores values where a mask is true, again and again from the start.

    >>> a = np.arange(6)
    >>> np.place(a, a > 2, [44, 55])
    >>> a
    array([ 0,  1,  2, 44, 55, 44])
    """
    places = flatnonzero(mask)
    values = ravel(npc.asarray(vals))
    if places.size > 0:
        if values.size == 0:
            raise ValueError("Cannot insert from an empty array!")
        arr[unravel_index(places, arr.shape)] = values[_flat_places(places.size) % values.size]


def putmask(a, mask, values):
    """Stores values where a mask is true; a value stands for its place.

    >>> a = np.arange(5)
    >>> np.putmask(a, a > 2, a * 10)
    >>> a
    array([ 0,  1,  2, 30, 40])
    """
    places = flatnonzero(mask)
    given = ravel(npc.asarray(values))
    if given.size > 0:
        a[unravel_index(places, a.shape)] = given[places % given.size]


def ix_(*args):
    """Index arrays that take every combination of the given places.

    >>> np.arange(10).reshape(2, 5)[np.ix_([0, 1], [2, 4])]
    array([[2, 4],
           [7, 9]])
    """
    result = ()
    for k in npc.static_range(len(args)):
        index = npc.asarray(args[k])
        if index.ndim != 1:
            raise ValueError("Cross index must be 1 dimensional")
        if npc.is_bool(npc.dtype(index)):
            index = flatnonzero(index)
        result = result + (index[(None,) * k + (slice(None),) + (None,) * (len(args) - 1 - k)],)
    return result


def take_along_axis(arr, indices, axis=-1):
    """The elements that an array of places along an axis names, as `argsort` gives them.

    >>> np.take_along_axis(np.array([[10, 30, 20]]), np.array([[0, 2, 1]]), axis=1)
    array([[10, 20, 30]])
    """
    arr = npc.asarray(arr)
    if axis is None:
        return ravel(arr)[indices]
    return arr[_along_axis(arr, indices, npc.axis(axis, arr.ndim))]


def put_along_axis(arr, indices, values, axis):
    """Stores values at places along an axis.

    >>> a = np.array([[10, 30, 20], [60, 40, 50]])
    >>> np.put_along_axis(a, np.array([[1], [0]]), 99, axis=1)
    >>> a
    array([[10, 99, 20],
           [99, 40, 50]])
    """
    arr[_along_axis(arr, indices, npc.axis(axis, arr.ndim))] = values


def _along_axis(arr, indices, axis):
    if indices.ndim != arr.ndim:
        raise ValueError("`indices` and `arr` must have the same number of dimensions")
    result = ()
    for k in npc.static_range(arr.ndim):
        if k == axis:
            result = result + (indices,)
        else:
            places = _flat_places(arr.shape[k])
            result = result + (places[(None,) * k + (slice(None),) + (None,) * (arr.ndim - 1 - k)],)
    return result


def indices(dimensions, dtype=int, sparse=False):
    """The index of every place along each axis.

    >>> np.indices((3,))
    array([[0, 1, 2]])
    """
    shape = npc.shape(dimensions)
    result = npc.empty((len(shape),) + shape, dtype)
    for k in npc.static_range(len(shape)):
        places = npc.as_type(_flat_places(shape[k]), dtype)
        result[k] = places[(slice(None),) + (None,) * (len(shape) - 1 - k)]
    return result


def _ogrid(parts, single):
    axes = [_grid_axis(part) for part in parts]
    if single:
        return axes[0]
    dtype = npc.result_type(*axes)
    result = ()
    for k in npc.static_range(len(parts)):
        axis = npc.asarray(axes[k], dtype=dtype)
        result = result + (axis[(None,) * k + (slice(None),) + (None,) * (len(parts) - 1 - k)],)
    return result


def _mgrid(parts, single):
    axes = _ogrid(parts, False)
    if single:
        return axes[0]
    shape = ()
    for k in npc.static_range(len(parts)):
        shape = shape + (axes[k].shape[k],)
    result = npc.empty((len(parts),) + shape, npc.result_type(*axes))
    for k in npc.static_range(len(parts)):
        result[k] = axes[k]
    return result


def _grid_axis(part):
    start = 0 if part.start is None else part.start
    step = 1 if part.step is None else part.step
    return arange(start, part.stop, step)


def _rows_of(parts, single):
    return concatenate([_grid_axis(part) if npc.is_slice(part) else atleast_1d(part) for part in parts])


def _columns_of(parts, single):
    return column_stack([_grid_axis(part) if npc.is_slice(part) else atleast_1d(part) for part in parts])
