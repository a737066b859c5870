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
