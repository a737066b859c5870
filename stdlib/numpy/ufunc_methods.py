"""The methods of ufuncs: `reduce`, `accumulate`, `outer`, `at`. Where a reduction of the compiler does the same, it does it."""
import npc


def _ufunc_reduce(ufunc, array, /, axis=0, dtype=None, out=None, keepdims=False, initial=None, where=True):
    name = npc.name(ufunc)
    if name == "add":
        return sum(array, axis, dtype, out, keepdims, initial, where)
    if name == "multiply":
        return prod(array, axis, dtype, out, keepdims, initial, where)
    if initial is None and where is True and dtype is None:
        if name == "minimum":
            return min(array, axis, out, keepdims)
        if name == "maximum":
            return max(array, axis, out, keepdims)
        if name == "logical_and":
            return all(array, axis, out, keepdims)
        if name == "logical_or":
            return any(array, axis, out, keepdims)
    if where is not True:
        npc.compile_error("`where=` of this reduction is not supported yet")
    array = npc.asarray(array)
    if axis is None:
        array = ravel(array)
        axis = 0
    moved = _in_front(array, (npc.axis(axis, array.ndim),))
    if dtype is None:
        dtype = npc.dtype(ufunc(array[:0], array[:0]))
    first, start = _fold_start(name, moved, dtype, initial)
    result = _fold(ufunc, moved, first, start) if moved.ndim == 1 else _fold_rows(ufunc, moved, first, start)
    if keepdims:
        result = expand_dims(result, axis)
    return _into(result, out)


def _fold_start(name, moved, dtype, initial):
    # What a fold begins with, and at which element it goes on.
    if initial is not None:
        return _fold_first(npc.cast(initial, dtype), moved, dtype), 0
    if name == "logical_xor" or name == "bitwise_or" or name == "bitwise_xor":
        return _fold_first(npc.cast(0, dtype), moved, dtype), 0
    if name == "bitwise_and":
        return _fold_first(npc.cast(-1, dtype), moved, dtype), 0
    if moved.shape[0] == 0:
        _no_identity(name)
    return _fold_row(moved, dtype), 1


def _no_identity(name):
    if name == "minimum":
        raise ValueError("zero-size array to reduction operation minimum which has no identity")
    if name == "maximum":
        raise ValueError("zero-size array to reduction operation maximum which has no identity")
    if name == "subtract":
        raise ValueError("zero-size array to reduction operation subtract which has no identity")
    if name == "fmin":
        raise ValueError("zero-size array to reduction operation fmin which has no identity")
    if name == "fmax":
        raise ValueError("zero-size array to reduction operation fmax which has no identity")
    raise ValueError("zero-size array to reduction operation which has no identity")


def _fold_first(value, moved, dtype):
    return value if moved.ndim == 1 else full(moved.shape[1:], value, dtype)


def _fold_row(moved, dtype):
    if moved.ndim == 1:
        return npc.cast(moved[0], dtype)
    result = npc.empty(moved.shape[1:], dtype)
    result[...] = moved[0]
    return result


@npc.compiled
def _fold(ufunc, a, total, start):
    for k in range(start, a.shape[0]):
        total = npc.cast(ufunc(total, npc.row(a, (k,))), npc.dtype(total))
    return total


def _fold_rows(ufunc, a, total, start):
    _fold_rows_into(ufunc, a, total, start)
    return total


@npc.compiled
def _fold_rows_into(ufunc, a, total, start):
    for k in range(start, a.shape[0]):
        ufunc(total, a[k], out=total)


def _ufunc_accumulate(ufunc, array, /, axis=0, dtype=None, out=None):
    name = npc.name(ufunc)
    array = npc.asarray(array)
    if name == "add":
        return cumsum(array, axis, dtype, out)
    if name == "multiply":
        return cumprod(array, axis, dtype, out)
    if dtype is None:
        dtype = npc.dtype(ufunc(array[:0], array[:0]))
    at = npc.axis(axis, array.ndim)
    result = npc.empty(array.shape, dtype)
    result[...] = array
    _accumulate(ufunc, _in_front(result, (at,)))
    return _into(result, out)


@npc.compiled
def _accumulate(ufunc, a):
    for k in range(1, a.shape[0]):
        row = npc.row_view(a, (k,))
        ufunc(npc.row_view(a, (k - 1,)), row, out=row)


def _ufunc_outer(ufunc, A, B, /, dtype=None, out=None):
    if npc.is_scalar(A) or npc.is_scalar(B):
        return ufunc(A, B, out=out)
    a = npc.asarray(A)
    b = npc.asarray(B)
    return ufunc(a[(...,) + (None,) * b.ndim], b, out=out)


def _ufunc_at(ufunc, a, indices, b=None, /):
    if not npc.is_advanced(indices):
        view = a[(indices if npc.is_tuple(indices) else (indices,)) + (...,)]
        if b is None:
            ufunc(view, out=view)
        else:
            ufunc(view, b, out=view)
    else:
        view, index, axes, originals, place = npc.subscript(a, indices)
        index = npc.broadcast_indices(index)
        moved = _in_front(view, axes)
        places = _places_of(moved, index, originals)
        if b is None:
            _apply_at(ufunc, moved, places)
        elif npc.is_scalar(b):
            _combine_at(ufunc, moved, places, b)
        else:
            shape = index[0].shape
            rest = moved.shape[len(axes) :]
            values = npc.apart(npc.assignable(b, rest[:place] + shape + rest[place:]), a)
            values = npc.reshape(_take_out(values, len(shape), place), (places[0].shape[0],) + rest)
            _combine_rows_at(ufunc, moved, places, values)


@npc.compiled
def _apply_at(ufunc, a, places):
    for k in range(places[0].shape[0]):
        row = npc.row_view(a, _nth(places, k))
        ufunc(row, out=row)


@npc.compiled
def _combine_at(ufunc, a, places, value):
    for k in range(places[0].shape[0]):
        row = npc.row_view(a, _nth(places, k))
        ufunc(row, value, out=row)


@npc.compiled
def _combine_rows_at(ufunc, a, places, values):
    for k in range(values.shape[0]):
        row = npc.row_view(a, _nth(places, k))
        ufunc(row, npc.row(values, (k,)), out=row)
