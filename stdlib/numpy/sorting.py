"""Sorting of values and of places, stable, along any axis; and what follows from sorted values.

NaN comes last. Among complex numbers the real part decides, then the imaginary part.
"""
import npc


def sort(a, axis=-1, kind=None, order=None, *, stable=None):
    """A sorted copy; NaN comes last.

    >>> np.sort(np.array([[3, 1], [2, 9]]))
    array([[1, 3],
           [2, 9]])
    >>> np.sort(np.array([[3, 1], [2, 9]]), axis=None)
    array([1, 2, 3, 9])
    """
    _check_kind(kind, order)
    a = npc.asarray(a)
    if axis is None:
        result = npc.copy_c(ravel(a))
        _sort_line(result)
        return result
    result = npc.empty_like(a, npc.dtype(a))
    result[...] = a
    _arrange_lines(result, npc.axis(axis, a.ndim), None)
    return result


def _method_sort(a, axis=-1, kind=None, order=None, *, stable=None):
    _check_kind(kind, order)
    _arrange_lines(a, npc.axis(axis, a.ndim), None)


def _check_kind(kind, order):
    if order is not None:
        npc.compile_error("Cannot specify order when the array has no fields.")
    if kind not in (None, "quicksort", "mergesort", "heapsort", "stable"):
        npc.compile_error('`kind` is "quicksort", "mergesort", "heapsort" or "stable"')


def _arrange_lines(a, axis, kth):
    # Sorts along an axis, in place, or brings one element to its place.
    if a.ndim == 1:
        _arrange_line(a, kth)
    else:
        lines = _lines_along(a, axis)
        work = npc.copy_c(lines)
        flat = npc.reshape(work, (_lines_of(work.shape), work.shape[-1]))
        _arrange_rows(flat, kth)
        lines[...] = work


def _lines_along(a, axis):
    # A view with the axis at the end.
    order = ()
    for k in npc.static_range(a.ndim):
        if k != axis:
            order = order + (k,)
    return npc.transpose(a, order + (axis,))


def _lines_of(shape):
    count = 1
    for k in npc.static_range(len(shape) - 1):
        count = count * shape[k]
    return count


def argsort(a, axis=-1, kind=None, order=None, *, stable=None):
    """The places of the elements in sorted order; equal elements keep their order.

    >>> np.argsort(np.array([3, 1, 2]))
    array([1, 2, 0])
    """
    _check_kind(kind, order)
    a = npc.asarray(a)
    if axis is None:
        return _sorted_places(ravel(a))
    return _places_along(a, npc.axis(axis, a.ndim), None)


def _places_along(a, axis, kth):
    # The places in sorted order, or with one of them where it would be then.
    if a.ndim == 1:
        places = npc.from_function(lambda i: i, (a.shape[0],), npc.dtype(0))
        _arrange_places(a, places, kth)
        return places
    result = npc.empty_like(a, npc.dtype(0))
    lines = npc.copy_c(_lines_along(a, axis))
    n = lines.shape[-1]
    flat = npc.reshape(lines, (_lines_of(lines.shape), n))
    _lines_along(result, axis)[...] = npc.reshape(_places_of_rows(flat, kth), lines.shape)
    return result


def _sorted_places(a):
    return _places_along(a, 0, None)


def lexsort(keys, axis=-1):
    """The places in the order of several keys; the last key decides first.

    >>> np.lexsort((np.array([9, 4, 0, 4]), np.array([1, 5, 1, 4])))
    array([2, 0, 3, 1])
    """
    places = _sorted_places(npc.asarray(keys[0]))
    for k in npc.static_range(len(keys)):
        if k > 0:
            _sort_places(npc.asarray(keys[k]), places)
    return places


def partition(a, kth, axis=-1, kind="introselect", order=None):
    """A copy with the element at `kth` where sorting would put it, smaller ones before, larger ones behind.

    >>> np.partition(np.array([7, 1, 7, 7, 1]), 1)[1]
    np.int64(1)
    """
    a = npc.asarray(a)
    if axis is None:
        return partition(ravel(a), kth)
    result = npc.empty_like(a, npc.dtype(a))
    result[...] = a
    _method_partition(result, kth, axis)
    return result


def _method_partition(a, kth, axis=-1, kind="introselect", order=None):
    at = npc.axis(axis, a.ndim)
    _arrange_lines(a, at, _kth_of(kth, a, at))


def _kth_of(kth, a, axis):
    # Several are all in their places in sorted lines.
    if not npc.is_scalar(kth):
        return None
    n = a.shape[axis]
    kth = kth + n if kth < 0 else kth
    npc.check(kth >= 0 and kth < n or a.size == 0, "ValueError", "kth(={0}) out of bounds ({1})", kth, n)
    return kth


def argpartition(a, kth, axis=-1, kind="introselect", order=None):
    """The places of the elements in an order that `partition` may have.

    >>> np.argpartition(np.array([7, 1, 5]), 0)[0]
    np.int64(1)
    """
    a = npc.asarray(a)
    if axis is None:
        return argpartition(ravel(a), kth)
    return _places_along(a, npc.axis(axis, a.ndim), _kth_of(kth, a, npc.axis(axis, a.ndim)))


def sort_complex(a):
    """A sorted copy as complex numbers.

    >>> np.sort_complex(np.array([3, 1]))
    array([1.+0.j, 3.+0.j])
    """
    a = npc.asarray(a)
    dtype = npc.dtype(a)
    return npc.as_type(sort(a), dtype if npc.is_complex(dtype) else npc.result_type(dtype, 1j))


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True, sorted=True):
    """The different values, sorted; with the places where they come first, where they went, how often they occur.

    >>> np.unique(np.array([3, 1, 3, 2]))
    array([1, 2, 3])
    >>> np.unique(np.array([3, 1, 3]), return_inverse=True, return_counts=True)
    (array([1, 3]), array([1, 0, 1]), array([1, 2]))
    """
    ar = npc.asarray(ar)
    if axis is not None and ar.ndim != 1:
        npc.compile_error("`axis=` of np.unique is not supported yet for arrays of several axes")
    flat = ravel(ar)
    if return_index or return_inverse:
        places = _sorted_places(flat)
        values = flat[places]
    else:
        values = sort(flat)
    first = _first_of_equals(values, bool(equal_nan))
    result = (values[first],)
    if return_index:
        result = result + (places[first],)
    if return_inverse:
        inverse = npc.empty(places.shape, npc.dtype(0))
        inverse[places] = cumsum(first) - 1
        result = result + (npc.reshape(inverse, ar.shape),)
    if return_counts:
        starts = concatenate((flatnonzero(first), npc.asarray([values.size])))
        result = result + (starts[1:] - starts[:-1],)
    return result if len(result) > 1 else result[0]


@npc.compiled
def _first_of_equals(values, equal_nan):
    result = npc.empty(values.shape, bool)
    for k in range(values.shape[0]):
        if k == 0:
            npc.set_row(result, (k,), True)
        else:
            x = npc.row(values, (k - 1,))
            y = npc.row(values, (k,))
            npc.set_row(result, (k,), x != y and not (equal_nan and x != x and y != y))
    return result


def unique_values(x):
    """The different values, sorted.

    >>> np.unique_values(np.array([3, 1, 3]))
    array([1, 3])
    """
    return unique(x, equal_nan=False)


def isin(element, test_elements, assume_unique=False, invert=False, *, kind=None):
    """True where an element is one of the others.

    >>> np.isin(np.array([[1, 2], [3, 4]]), [4, 1])
    array([[ True, False],
           [False,  True]])
    """
    element = npc.asarray(element)
    dtype = npc.result_type(element, npc.asarray(test_elements))
    values = sort(ravel(npc.as_type(npc.asarray(test_elements), dtype)))
    found = npc.empty(element.shape, bool)
    _find(values, ravel(npc.as_type(element, dtype)), bool(invert), ravel(found))
    return found


@npc.compiled
def _find(values, elements, invert, found):
    n = values.shape[0]
    for k in range(elements.shape[0]):
        x = npc.row(elements, (k,))
        at = _place(values, x, False)
        here = at < n and npc.row(values, (at if at < n else 0,)) == x if n > 0 else False
        npc.set_row(found, (k,), here != invert)


def intersect1d(ar1, ar2, assume_unique=False, return_indices=False):
    """The values that are in both arrays, sorted.

    >>> np.intersect1d([1, 3, 4, 3], [3, 1, 2, 1])
    array([1, 3])
    """
    if return_indices:
        npc.compile_error("`return_indices=` of np.intersect1d is not supported yet")
    both = sort(concatenate((unique(ar1), unique(ar2))))
    return both[:-1][both[1:] == both[:-1]]


def union1d(ar1, ar2):
    """The values that are in one of two arrays, sorted.

    >>> np.union1d([-1, 0, 1], [-2, 0, 2])
    array([-2, -1,  0,  1,  2])
    """
    return unique(concatenate((ravel(npc.asarray(ar1)), ravel(npc.asarray(ar2)))))


def setdiff1d(ar1, ar2, assume_unique=False):
    """The values of the first array that are not in the second, sorted.

    >>> np.setdiff1d([1, 2, 3, 2, 4], [3, 4, 5])
    array([1, 2])
    """
    values = ravel(npc.asarray(ar1)) if assume_unique else unique(ar1)
    return values[isin(values, ar2, invert=True)]


def setxor1d(ar1, ar2, assume_unique=False):
    """The values that are in one of two arrays only, sorted.

    >>> np.setxor1d([1, 2, 3], [2, 3, 5])
    array([1, 5])
    """
    both = sort(concatenate((unique(ar1), unique(ar2))))
    if both.size == 0:
        return both
    change = concatenate((npc.asarray([True]), both[1:] != both[:-1], npc.asarray([True])))
    return both[logical_and(change[1:], change[:-1])]
