"""Products of vectors and matrices, in one fixed order of additions."""
import npc


def dot(a, b, out=None):
    """Dot product of vectors, product of matrices, or product with a scalar; of more axes, the last of the first with the
    one before the last of the second.

    >>> np.dot(np.array([1, 2]), np.array([3, 4]))
    np.int64(11)
    """
    if npc.is_scalar(a) or npc.is_scalar(b) or npc.asarray(a).ndim == 0 or npc.asarray(b).ndim == 0:
        return multiply(a, b, out=out)
    a = npc.asarray(a)
    b = npc.asarray(b)
    _check_aligned(a, b)
    if a.ndim > 2 or b.ndim > 2:
        return _into(_contract(a, b, (a.ndim - 1,), (b.ndim - 2 if b.ndim > 1 else 0,)), out)
    return _into(_product(a, b), out)


def matmul(x1, x2, /, out=None):
    """Product of matrices, of a matrix and a vector, or of two vectors; of more axes, one product for each place of the others.

    >>> np.matmul(np.array([[1, 2], [3, 4]]), np.array([1, 1]))
    array([3, 7])
    """
    if npc.is_scalar(x1) or npc.is_scalar(x2):
        npc.compile_error("matmul: an operand is a scalar", "write `*`, or np.dot")
    a = npc.asarray(x1)
    b = npc.asarray(x2)
    inner = a.shape[-1]
    outer = b.shape[0] if b.ndim == 1 else b.shape[-2]
    npc.check_shapes(
        inner == outer,
        "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size {0} is different from {1})",
        outer,
        inner,
    )
    if a.ndim <= 2 and b.ndim <= 2:
        return _into(_product(a, b), out)
    if a.ndim == 1:
        return _into(_many_products(a[None, :], b)[..., 0, :], out)
    if b.ndim == 1:
        return _into(_many_products(a, b[:, None])[..., 0], out)
    return _into(_many_products(a, b), out)


def _many_products(a, b):
    shape = npc.broadcast_shape(a.shape[:-2], b.shape[:-2])
    count = 1
    for n in shape:
        count = count * n
    dtype = npc.result_type(a, b)
    result = npc.empty((count, a.shape[-2], b.shape[-1]), dtype)
    left = npc.reshape(npc.broadcast_to(a, shape + a.shape[-2:]), (count,) + a.shape[-2:])
    right = npc.reshape(npc.broadcast_to(b, shape + b.shape[-2:]), (count,) + b.shape[-2:])
    _multiply_all(left, right, result)
    return npc.reshape(result, shape + result.shape[1:])


@npc.compiled
def _multiply_all(a, b, result):
    for k in range(result.shape[0]):
        matrix_product(a[k], b[k], result[k])


def _check_aligned(a, b):
    n = a.shape[-1]
    m = b.shape[0]
    if a.ndim == 1 and b.ndim == 1:
        npc.check_shapes(n == m, "shapes ({0},) and ({1},) not aligned: {0} (dim 0) != {1} (dim 0)", n, m)
    elif a.ndim == 1:
        npc.check_shapes(n == m, "shapes ({0},) and ({1},{2}) not aligned: {0} (dim 0) != {1} (dim 0)", n, m, b.shape[1])
    elif b.ndim == 1:
        npc.check_shapes(n == m, "shapes ({0},{1}) and ({2},) not aligned: {1} (dim 1) != {2} (dim 0)", a.shape[0], n, m)
    elif a.ndim == 2 and b.ndim == 2:
        npc.check_shapes(n == m, "shapes ({0},{1}) and ({2},{3}) not aligned: {1} (dim 1) != {2} (dim 0)", a.shape[0], n, m, b.shape[1])


def _product(a, b):
    dtype = npc.result_type(a, b)
    if a.ndim == 1 and b.ndim == 1:
        return npc.strong(inner_product(a, b, npc.empty((), dtype)))
    result = npc.empty(a.shape[:-1] + b.shape[1:], dtype)
    if a.ndim == 1:
        matrix_vector(npc.transpose(b, None), a, result)
    elif b.ndim == 1:
        matrix_vector(a, b, result)
    else:
        matrix_product(a, b, result)
    return result


def _contract(a, b, axes_a, axes_b):
    # The sum over pairs of axes, as one product of matrices.
    rest_a = _others(axes_a, a.ndim)
    rest_b = _others(axes_b, b.ndim)
    inner = _extent_of(b.shape, axes_b)
    left = npc.reshape(npc.transpose(a, rest_a + axes_a), (_extent_of(a.shape, rest_a), inner))
    right = npc.reshape(npc.transpose(b, axes_b + rest_b), (inner, _extent_of(b.shape, rest_b)))
    return npc.reshape(_product(left, right), _extents_of(a.shape, rest_a) + _extents_of(b.shape, rest_b))


def _others(axes, rank):
    rest = ()
    for k in npc.static_range(rank):
        if k not in axes:
            rest = rest + (k,)
    return rest


def _extents_of(shape, axes):
    extents = ()
    for axis in axes:
        extents = extents + (shape[axis],)
    return extents


def _extent_of(shape, axes):
    count = 1
    for axis in axes:
        count = count * shape[axis]
    return count


def tensordot(a, b, axes=2):
    """The sum of products over pairs of axes.

    >>> np.tensordot(np.ones((2, 3)), np.ones((3, 2)), 1)
    array([[3., 3.],
           [3., 3.]])
    """
    a = npc.asarray(a)
    b = npc.asarray(b)
    if npc.is_scalar(axes):
        axes_a = _counted(a.ndim - axes, axes)
        axes_b = _counted(0, axes)
    else:
        axes_a = _axes_in_order(axes[0], a.ndim)
        axes_b = _axes_in_order(axes[1], b.ndim)
    if len(axes_a) != len(axes_b):
        raise ValueError("shape-mismatch for sum")
    fit = True
    for k in npc.static_range(len(axes_a)):
        fit = fit and a.shape[axes_a[k]] == b.shape[axes_b[k]]
    npc.check_shapes(fit, "shape-mismatch for sum")
    return _contract(a, b, axes_a, axes_b)


def inner(a, b, /):
    """The sum of products over the last axes.

    >>> np.inner(np.array([[1, 2], [3, 4]]), np.array([1, 1]))
    array([3, 7])
    """
    if npc.is_scalar(a) or npc.is_scalar(b):
        return multiply(a, b)
    a = npc.asarray(a)
    b = npc.asarray(b)
    if a.ndim == 1 and b.ndim == 1:
        return dot(a, b)
    n = a.shape[-1]
    m = b.shape[-1]
    npc.check_shapes(n == m, "shapes not aligned: {0} (dim of the first) != {1} (dim of the second)", n, m)
    return _contract(a, b, (a.ndim - 1,), (b.ndim - 1,))


def outer(a, b, out=None):
    """The products of all pairs of elements.

    >>> np.outer(np.array([1, 2]), np.array([3, 4]))
    array([[3, 4],
           [6, 8]])
    """
    return multiply(ravel(npc.asarray(a))[:, None], ravel(npc.asarray(b))[None, :], out=out)


def kron(a, b):
    """The Kronecker product: the second array for each element of the first.

    >>> np.kron(np.array([1, 10]), np.array([5, 6]))
    array([ 5,  6, 50, 60])
    """
    a = npc.asarray(a)
    b = npc.asarray(b)
    rank = a.ndim if a.ndim > b.ndim else b.ndim
    a = a[(None,) * (rank - a.ndim) + (...,)]
    b = b[(None,) * (rank - b.ndim) + (...,)]
    spread = ()
    nested = ()
    shape = ()
    for k in npc.static_range(rank):
        spread = spread + (slice(None), None)
        nested = nested + (None, slice(None))
        shape = shape + (a.shape[k] * b.shape[k],)
    return npc.reshape(multiply(a[spread], b[nested]), shape)


def cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None):
    """The vector product.

    >>> np.cross(np.array([1, 0, 0]), np.array([0, 1, 0]))
    array([0, 0, 1])
    """
    if axis is not None:
        return cross(a, b, axis, axis, axis)
    a = npc.asarray(a)
    b = npc.asarray(b)
    a = moveaxis(a, axisa, -1)
    b = moveaxis(b, axisb, -1)
    npc.check_shapes(
        a.shape[-1] == 3 and b.shape[-1] == 3, "incompatible dimensions for cross product\n(dimension must be 3; vectors of 2 are deprecated)"
    )
    first = a[..., 1] * b[..., 2] - a[..., 2] * b[..., 1]
    second = a[..., 2] * b[..., 0] - a[..., 0] * b[..., 2]
    third = a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]
    if npc.is_scalar(first):
        return npc.asarray((first, second, third))
    return moveaxis(stack((first, second, third), -1), -1, axisc)


def einsum(subscripts, /, *operands, out=None):
    """Sums of products by named axes.

    >>> np.einsum("ij->i", np.array([[1, 2], [3, 4]]))
    array([3, 7])
    >>> np.einsum("ij,jk->ik", np.array([[1, 2], [3, 4]]), np.array([[1], [1]]))
    array([[3],
           [7]])
    """
    terms, result = npc.einsum_terms(subscripts, len(operands))
    order = result
    for term in terms:
        for name in term:
            if name not in order:
                order = order + (name,)
    product = None
    for k in npc.static_range(len(operands)):
        operand, term = _einsum_operand(npc.asarray(operands[k]), terms[k])
        operand = _einsum_spread(operand, term, order)
        product = operand if product is None else product * operand
    if len(order) == len(result):
        return _into(npc.copy(product) if len(operands) == 1 else product, out)
    return _into(npc.reduce("sum", product, _counted(len(result), len(order) - len(result)), npc.dtype(product), False, None), out)


def _einsum_operand(a, term):
    # A name that stands twice is a diagonal.
    for k in npc.static_range(len(term)):
        for j in npc.static_range(k):
            if term[j] == term[k]:
                return _einsum_operand(diagonal(a, 0, j, k), _without(_without(term, k), j) + (term[k],))
    if a.ndim != len(term):
        npc.compile_error("the subscripts of np.einsum name another number of axes than the operand has")
    return a, term


def _without(names, k):
    return names[:k] + names[k + 1 :]


def _einsum_spread(a, term, order):
    axes = ()
    index = ()
    for name in order:
        if name in term:
            axes = axes + (_position(term, name),)
            index = index + (slice(None),)
        else:
            index = index + (None,)
    return npc.transpose(a, axes)[index]


def _position(term, name):
    for k in npc.static_range(len(term)):
        if term[k] == name:
            return k
    return -1
