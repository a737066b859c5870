"""Products of vectors and matrices, in one fixed order of additions."""
import npc


def dot(a, b, out=None):
    """Dot product of vectors, product of matrices, or product with a scalar.

    >>> np.dot(np.array([1, 2]), np.array([3, 4]))
    np.int64(11)
    """
    if npc.is_scalar(a) or npc.is_scalar(b) or npc.asarray(a).ndim == 0 or npc.asarray(b).ndim == 0:
        return multiply(a, b, out=out)
    a = npc.asarray(a)
    b = npc.asarray(b)
    _check_aligned(a, b)
    return _into(_product(a, b), out)


def matmul(x1, x2, /, out=None):
    """Product of matrices, of a matrix and a vector, or of two vectors.

    >>> np.matmul(np.array([[1, 2], [3, 4]]), np.array([1, 1]))
    array([3, 7])
    """
    if npc.is_scalar(x1) or npc.is_scalar(x2):
        npc.compile_error("matmul: an operand is a scalar", "write `*`, or np.dot")
    a = npc.asarray(x1)
    b = npc.asarray(x2)
    inner = a.shape[-1]
    outer = b.shape[0]
    npc.check_shapes(
        inner == outer,
        "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size {0} is different from {1})",
        outer,
        inner,
    )
    return _into(_product(a, b), out)


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
    if a.ndim > 2 or b.ndim > 2:
        npc.compile_error("products of arrays with more than two axes are not supported yet")
    if a.ndim == 1 and b.ndim == 1:
        return _inner(a, b, npc.empty((), dtype))
    result = npc.empty(a.shape[:-1] + b.shape[1:], dtype)
    if a.ndim == 1:
        _matrix_product(a[None, :], b, result[None, :])
    elif b.ndim == 1:
        _matrix_product(a, b[:, None], result[:, None])
    else:
        _matrix_product(a, b, result)
    return result


@npc.compiled
def _inner(a, b, like):
    total = npc.cast(0, npc.dtype(like))
    for i in range(a.shape[0]):
        total = total + npc.cast(a[i], npc.dtype(like)) * npc.cast(b[i], npc.dtype(like))
    return total


@npc.compiled
def _matrix_product(a, b, result):
    dtype = npc.dtype(result)
    for i in range(a.shape[0]):
        for j in range(b.shape[1]):
            result[i, j] = npc.cast(0, dtype)
        for k in range(a.shape[1]):
            x = npc.cast(a[i, k], dtype)
            for j in range(b.shape[1]):
                result[i, j] = result[i, j] + x * npc.cast(b[k, j], dtype)
