"""Shapes, order of axes, copies, joining."""
import npc


def reshape(a, shape, order="C"):
    """The elements under another shape; a view where the memory allows it.

    >>> np.reshape(np.arange(4), (2, 2))
    array([[0, 1],
           [2, 3]])
    """
    if order == "F":
        return npc.transpose(npc.reshape(npc.transpose(a, None), _reversed(npc.shape(shape))), None)
    return npc.reshape(a, shape)


def _method_reshape(a, *shape, order="C"):
    if len(shape) == 1:
        return reshape(a, shape[0], order)
    return reshape(a, shape, order)


def _strides_of_reshaped(shape, strides, wanted):
    # The strides under another shape, and whether there are any without a copy.
    result = npc.empty((len(wanted),), npc.dtype(0))
    return _fit_strides(npc.asarray(shape), npc.asarray(strides), npc.asarray(wanted), result), result


@npc.compiled
def _fit_strides(shape, strides, wanted, result):
    # Groups of old axes and of new ones that hold as many elements; the old ones of a group must follow each other evenly.
    old = npc.empty(shape.shape, npc.dtype(0))
    step = npc.empty(shape.shape, npc.dtype(0))
    rank = 0
    for k in range(shape.shape[0]):
        if shape[k] != 1:
            old[rank] = shape[k]
            step[rank] = strides[k]
            rank = rank + 1
    n = wanted.shape[0]
    i = 0
    k = 0
    while k < n and i < rank:
        j = i + 1
        m = k + 1
        have = old[i]
        want = wanted[k]
        while have != want:
            if want < have:
                want = want * wanted[m]
                m = m + 1
            else:
                have = have * old[j]
                j = j + 1
        for axis in range(i, j - 1):
            if step[axis] != old[axis + 1] * step[axis + 1]:
                return False
        result[m - 1] = step[j - 1]
        for back in range(m - 1 - k):
            axis = m - 1 - back
            result[axis - 1] = result[axis] * wanted[axis]
        k = m
        i = j
    for rest in range(k, n):
        result[rest] = result[k - 1] if k > 0 else 1
    return True


def _reshaped_in_place(a, shape):
    # A new shape without a copy, or AttributeError.
    flat = npc.ravel(a)
    result = npc.reshape(flat, shape)
    if npc.overlap(a, flat) or a.size == 0:
        return result
    result = npc.reshape(a, shape)
    if npc.overlap(a, result):
        return result
    raise AttributeError("Incompatible shape for in-place modification. Use `.reshape()` to make a copy with the desired shape.")


def _reversed(items):
    result = ()
    for item in items:
        result = (item,) + result
    return result


def ravel(a, order="C"):
    """The elements as one axis; a view where the memory allows it.

    >>> np.ravel(np.array([[1, 2], [3, 4]]))
    array([1, 2, 3, 4])
    """
    return npc.ravel(npc.transpose(a, None)) if order == "F" else npc.ravel(a)


def _method_flatten(a, order="C"):
    if order == "F":
        return ravel(npc.copy_c(npc.transpose(a, None)))
    return ravel(npc.copy_c(a))


def transpose(a, axes=None):
    """The array with its axes permuted (reversed by default): a view.

    >>> np.transpose(np.array([[1, 2], [3, 4]]))
    array([[1, 3],
           [2, 4]])
    """
    return npc.transpose(a, axes)


def _method_transpose(a, *axes):
    if len(axes) == 0:
        return npc.transpose(a, None)
    if len(axes) == 1 and (axes[0] is None or not npc.is_scalar(axes[0])):
        return npc.transpose(a, axes[0])
    return npc.transpose(a, axes)


def permute_dims(a, axes=None):
    """The array with its axes permuted (reversed by default): a view.

    >>> np.permute_dims(np.ones((2, 3))).shape
    (3, 2)
    """
    return npc.transpose(a, axes)


def swapaxes(a, axis1, axis2):
    """The array with two axes exchanged: a view.

    >>> np.swapaxes(np.ones((2, 3)), 0, 1).shape
    (3, 2)
    """
    rank = npc.asarray(a).ndim
    first = npc.axis(axis1, rank)
    second = npc.axis(axis2, rank)
    axes = ()
    for k in npc.static_range(rank):
        axes = axes + ((second if k == first else first if k == second else k),)
    return npc.transpose(a, axes)


def squeeze(a, axis=None):
    """The array without axes of extent 1; they must be named.

    >>> np.squeeze(np.ones((1, 3)), axis=0).shape
    (3,)
    """
    if axis is None:
        npc.compile_error("np.squeeze without an axis has no rank known at compile time", "name the axes: `axis=0`")
    a = npc.asarray(a)
    dropped = npc.axes(axis, a.ndim)
    index = ()
    for k in npc.static_range(a.ndim):
        if k in dropped:
            if a.shape[k] != 1:
                raise ValueError("cannot select an axis to squeeze out which has size not equal to one")
            index = index + (0,)
        else:
            index = index + (slice(None),)
    return a[index]


def expand_dims(a, axis):
    """The array with new axes of extent 1.

    >>> np.expand_dims(np.ones(3), 0).shape
    (1, 3)
    """
    a = npc.asarray(a)
    at = npc.axis(axis, a.ndim + 1)
    index = ()
    for k in npc.static_range(a.ndim + 1):
        index = index + ((None,) if k == at else (slice(None),))
    return a[index]


def broadcast_to(array, shape):
    """A read-only view of the array stretched to a shape.

    >>> np.broadcast_to(np.arange(2), (2, 2))
    array([[0, 1],
           [0, 1]])
    """
    return npc.broadcast_to(array, shape)


def copy(a, order="K"):
    """A new array with the same elements.

    >>> np.copy(np.array([1, 2]))
    array([1, 2])
    """
    return npc.copy_c(a) if order == "C" else npc.copy(a)


def _method_copy(a, order="C"):
    return npc.copy_c(a) if order == "C" else npc.copy(a)


def astype(x, dtype, /, *, copy=True):
    """The elements converted to a dtype.

    >>> np.astype(np.array([1.9, -1.9]), np.int32)
    array([ 1, -1], dtype=int32)
    """
    if npc.is_array(x) and npc.dtype(x) == dtype:
        return npc.copy(x) if copy else x
    return npc.as_type(x, dtype)


def _method_astype(a, dtype, copy=True):
    return astype(a, dtype, copy=copy)


def _method_fill(a, value):
    a[...] = value


def _method_item(a, *index):
    if npc.is_scalar(a):
        return npc.weak(a)
    if len(index) == 0:
        if a.size != 1:
            raise ValueError("can only convert an array of size 1 to a Python scalar")
        return npc.weak(a[(0,) * a.ndim])
    if len(index) == 1 and a.ndim != 1 and not npc.is_tuple(index[0]):
        return npc.weak(_flat_get(a, index[0]))
    return npc.weak(a[index[0] if npc.is_tuple(index[0]) else index])


def _method_round(a, decimals=0, out=None):
    return round(a, decimals, out)


def shape(a):
    """The shape of an array.

    >>> np.shape(np.ones((2, 3)))
    (2, 3)
    """
    return npc.asarray(a).shape


def ndim(a):
    """The number of axes.

    >>> np.ndim(np.ones((2, 3)))
    2
    """
    return npc.asarray(a).ndim


def size(a):
    """The number of elements.

    >>> np.size(np.ones((2, 3)))
    6
    """
    return npc.asarray(a).size


def concatenate(arrays, /, axis=0, out=None, *, dtype=None):
    """Arrays joined along an axis that they have.

    >>> np.concatenate((np.array([1, 2]), np.array([3.5])))
    array([1. , 2. , 3.5])
    """
    items = [npc.asarray(a) for a in arrays]
    if axis is None:
        return concatenate([ravel(a) for a in items], 0, out, dtype=dtype)
    first = items[0]
    rank = first.ndim
    if rank == 0:
        raise ValueError("zero-dimensional arrays cannot be concatenated")
    at = npc.axis(axis, rank)
    if dtype is None:
        dtype = npc.result_type(*items)
    total = 0
    number = 0
    for a in items:
        npc.check_shapes(
            a.ndim == rank,
            "all the input arrays must have same number of dimensions, but the array at index 0 has {0} dimension(s) and the array at index {1} has {2} dimension(s)",
            rank,
            number,
            a.ndim,
        )
        for k in npc.static_range(rank):
            npc.check_shapes(
                k == at or a.shape[k] == first.shape[k],
                "all the input array dimensions except for the concatenation axis must match exactly, but along dimension {0}, the array at index 0 has size {1} and the array at index {2} has size {3}",
                k,
                first.shape[k],
                number,
                a.shape[k],
            )
        total = total + a.shape[at]
        number = number + 1
    result = npc.empty(first.shape[:at] + (total,) + first.shape[at + 1 :], dtype) if out is None else out
    start = 0
    for a in items:
        stop = start + a.shape[at]
        result[(slice(None),) * at + (slice(start, stop),)] = a
        start = stop
    return result


def stack(arrays, axis=0, out=None):
    """Arrays joined along a new axis.

    >>> np.stack((np.array([1, 2]), np.array([3, 4])))
    array([[1, 2],
           [3, 4]])
    """
    for a in arrays:
        same = npc.asarray(a).shape == npc.asarray(arrays[0]).shape
        npc.check_shapes(same, "all input arrays must have the same shape")
    return concatenate([expand_dims(a, axis) for a in arrays], axis, out)


def hstack(tup):
    """Arrays joined along the second axis (the first of 1-d arrays).

    >>> np.hstack((np.array([1, 2]), np.array([3])))
    array([1, 2, 3])
    """
    return concatenate(tup, 0 if npc.asarray(tup[0]).ndim == 1 else 1)


def vstack(tup):
    """Arrays joined along the first axis, 1-d arrays as rows.

    >>> np.vstack((np.array([1, 2]), np.array([3, 4])))
    array([[1, 2],
           [3, 4]])
    """
    return concatenate([expand_dims(a, 0) if npc.asarray(a).ndim == 1 else a for a in tup], 0)
