"""Linear algebra: elimination with pivots, in one fixed order of operations.

Every function takes stacks of matrices: the last two axes are rows and columns.
"""
import npc


def _inexact_dtype(dtype):
    return dtype if npc.is_float(dtype) or npc.is_complex(dtype) else npc.dtype(1.0)


def _stacked(a, dtype):
    # A fresh stack with one axis in front of the matrices.
    if a.ndim < 2:
        npc.compile_error("the array must be at least two-dimensional")
    count = 1
    for n in a.shape[:-2]:
        count = count * n
    result = npc.empty((count,) + a.shape[-2:], dtype)
    result[...] = npc.reshape(a, result.shape)
    return result


def _check_square(a):
    if a.shape[-1] != a.shape[-2]:
        raise ValueError("Last 2 dimensions of the array must be square")


@npc.compiled
def _size_of(x):
    if npc.is_complex(npc.dtype(x)):
        return npc.abs(x.real) + npc.abs(x.imag)
    return npc.abs(x)


@npc.compiled
def _eliminate(a, b):
    # Gauss with partial pivots: a becomes triangular, b follows. The sign of the permutation, 0 for a singular matrix.
    n = a.shape[0]
    sign = 1
    for k in range(n):
        pivot = k
        largest = _size_of(a[k, k])
        for i in range(k + 1, n):
            size = _size_of(a[i, k])
            if size > largest:
                largest = size
                pivot = i
        if largest == 0:
            return 0
        if pivot != k:
            sign = -sign
            for j in range(n):
                x = a[k, j]
                a[k, j] = a[pivot, j]
                a[pivot, j] = x
            for j in range(b.shape[1]):
                y = b[k, j]
                b[k, j] = b[pivot, j]
                b[pivot, j] = y
        for i in range(k + 1, n):
            factor = a[i, k] / a[k, k]
            if factor != 0:
                for j in range(k + 1, n):
                    a[i, j] = a[i, j] - factor * a[k, j]
                for j in range(b.shape[1]):
                    b[i, j] = b[i, j] - factor * b[k, j]
    return sign


@npc.compiled
def _solve_stack(a, b):
    n = a.shape[1]
    for s in range(a.shape[0]):
        if _eliminate(a[s], b[s]) == 0:
            raise ValueError("Singular matrix")
        for back in range(n):
            i = n - 1 - back
            for j in range(b.shape[2]):
                total = b[s, i, j]
                for k in range(i + 1, n):
                    total = total - a[s, i, k] * b[s, k, j]
                b[s, i, j] = total / a[s, i, i]


def solve(a, b):
    """The solution of a system of linear equations.

    >>> np.linalg.solve(np.array([[2.0, 0.0], [0.0, 4.0]]), np.array([1.0, 2.0]))
    array([0.5, 0.5])
    """
    a = npc.asarray(a)
    b = npc.asarray(b)
    _check_square(a)
    dtype = _inexact_dtype(npc.result_type(a, b))
    n = a.shape[-1]
    rows = b.shape[0] if b.ndim == 1 else b.shape[-2]
    npc.check_shapes(
        rows == n,
        "solve: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (m,m),(m,n)->(m,n) (size {0} is different from {1})",
        rows,
        n,
    )
    if b.ndim == 1:
        right = npc.broadcast_to(b[:, None], a.shape[:-1] + (1,))
    else:
        stack = npc.broadcast_shape(a.shape[:-2], b.shape[:-2])
        right = npc.broadcast_to(b, stack + b.shape[-2:])
        a = npc.broadcast_to(a, stack + a.shape[-2:])
    left = _stacked(a, dtype)
    work = _stacked(right, dtype)
    _solve_stack(left, work)
    result = npc.reshape(work, right.shape)
    return result[..., 0] if b.ndim == 1 else result


def inv(a):
    """The inverse of a matrix.

    >>> np.linalg.inv(np.array([[2.0, 0.0], [0.0, 4.0]]))
    array([[0.5 , 0.  ],
           [0.  , 0.25]])
    """
    a = npc.asarray(a)
    _check_square(a)
    return solve(a, npc.broadcast_to(eye(a.shape[-1], dtype=_inexact_dtype(npc.dtype(a))), a.shape))


@npc.compiled
def _determinants(a, none, result):
    for s in range(a.shape[0]):
        sign = _eliminate(a[s], none)
        value = npc.cast(sign, npc.dtype(a))
        if sign != 0:
            for k in range(a.shape[1]):
                value = value * a[s, k, k]
        result[s] = value


def det(a):
    """The determinant of a matrix.

    >>> np.linalg.det(np.array([[0.0, 1.0], [1.0, 5.0]]))
    np.float64(-1.0)
    """
    a = npc.asarray(a)
    _check_square(a)
    work = _stacked(a, _inexact_dtype(npc.dtype(a)))
    result = npc.empty((work.shape[0],), npc.dtype(work))
    _determinants(work, npc.empty((work.shape[1], 0), npc.dtype(work)), result)
    return result[0] if a.ndim == 2 else npc.reshape(result, a.shape[:-2])


def slogdet(a):
    """The sign and the logarithm of the determinant.

    >>> np.linalg.slogdet(np.array([[2.0, 1.0], [0.0, 0.5]]))[1]
    np.float64(0.0)
    """
    a = npc.asarray(a)
    _check_square(a)
    if npc.is_complex(npc.dtype(a)):
        npc.compile_error("np.linalg.slogdet of complex matrices is not supported yet")
    work = _stacked(a, _inexact_dtype(npc.dtype(a)))
    signs = npc.empty((work.shape[0],), npc.dtype(work))
    logs = npc.empty((work.shape[0],), npc.dtype(work))
    _log_determinants(work, npc.empty((work.shape[1], 0), npc.dtype(work)), signs, logs)
    if a.ndim == 2:
        return signs[0], logs[0]
    return npc.reshape(signs, a.shape[:-2]), npc.reshape(logs, a.shape[:-2])


@npc.compiled
def _log_determinants(a, none, signs, logs):
    for s in range(a.shape[0]):
        sign = npc.cast(_eliminate(a[s], none), npc.dtype(a))
        value = npc.cast(float("-inf") if sign == 0 else 0.0, npc.dtype(a))
        if sign != 0:
            for k in range(a.shape[1]):
                x = a[s, k, k]
                sign = -sign if x < 0 else sign
                value = value + log(npc.abs(x))
        signs[s] = sign
        logs[s] = value


def matrix_power(a, n):
    """The n-th power of a square matrix.

    >>> np.linalg.matrix_power(np.array([[1, 1], [0, 1]]), 3)
    array([[1, 3],
           [0, 1]])
    """
    a = npc.asarray(a)
    _check_square(a)
    if n < 0:
        npc.compile_error("a negative power of a matrix is not supported yet", "write `np.linalg.matrix_power(np.linalg.inv(a), n)`")
    result = npc.empty(a.shape, npc.dtype(a))
    result[...] = eye(a.shape[-1], dtype=npc.dtype(a))
    base = npc.copy_c(a)
    rest = int(n)
    while rest > 0:
        if rest % 2 == 1:
            result[...] = matmul(result, base)
        rest = rest // 2
        if rest > 0:
            base[...] = matmul(base, base)
    return result


def cholesky(a, /, *, upper=False):
    """The lower triangular matrix whose product with its transpose is the given one.

    >>> np.linalg.cholesky(np.array([[4.0, 2.0], [2.0, 5.0]]))
    array([[2., 0.],
           [1., 2.]])
    """
    a = npc.asarray(a)
    _check_square(a)
    if npc.is_complex(npc.dtype(a)):
        npc.compile_error("np.linalg.cholesky of complex matrices is not supported yet")
    work = _stacked(a, _inexact_dtype(npc.dtype(a)))
    for s in range(work.shape[0]):
        _cholesky(work[s])
    result = npc.reshape(work, a.shape)
    return swapaxes(result, -1, -2) if upper else result


@npc.compiled
def _cholesky(a):
    n = a.shape[0]
    for j in range(n):
        total = a[j, j]
        for k in range(j):
            total = total - a[j, k] * a[j, k]
        if not total > 0:
            raise ValueError("Matrix is not positive definite")
        root = npc.sqrt(total)
        a[j, j] = root
        for i in range(j + 1, n):
            total = a[i, j]
            for k in range(j):
                total = total - a[i, k] * a[j, k]
            a[i, j] = total / root
        for i in range(j):
            a[i, j] = 0


def norm(x, ord=None, axis=None, keepdims=False):
    """The norm of a vector or a matrix.

    >>> np.linalg.norm(np.array([3.0, 4.0]))
    np.float64(5.0)
    >>> np.linalg.norm(np.array([[1, -2], [3, 4]]), 1)
    np.float64(6.0)
    """
    x = npc.asarray(x)
    if npc.is_int(npc.dtype(x)) or npc.is_bool(npc.dtype(x)):
        x = npc.as_type(x, npc.dtype(1.0))
    if axis is None and ord is None:
        flat = ravel(x)
        return _with_dims(sqrt(_squares(flat, None, False)), x, None, keepdims)
    axes = npc.axes(axis, x.ndim)
    if len(axes) == 1:
        return _vector_norm(x, ord, axes[0], keepdims)
    if len(axes) == 2:
        return _matrix_norm(x, ord, axes, keepdims)
    npc.compile_error("Improper number of dimensions to norm.")
    return 0.0


def _squares(x, axis, keepdims):
    if npc.is_complex(npc.dtype(x)):
        return sum(x.real * x.real + x.imag * x.imag, axis, keepdims=keepdims)
    return sum(x * x, axis, keepdims=keepdims)


def _vector_norm(x, ord, axis, keepdims):
    if ord is None or ord == 2:
        return sqrt(_squares(x, axis, keepdims))
    if ord == float("inf"):
        return max(absolute(x), axis, keepdims=keepdims)
    if ord == float("-inf"):
        return min(absolute(x), axis, keepdims=keepdims)
    if ord == 1:
        return sum(absolute(x), axis, keepdims=keepdims)
    if ord == 0:
        return sum(npc.as_type(not_equal(x, 0), npc.dtype(absolute(x))), axis, keepdims=keepdims)
    if ord == "fro" or ord == "nuc":
        npc.compile_error("Invalid norm order for vectors.")
    return power(sum(power(absolute(x), ord), axis, keepdims=keepdims), 1 / ord)


def _matrix_norm(x, ord, axes, keepdims):
    if ord is None or ord == "fro":
        return sqrt(_squares(x, axes, keepdims))
    first = axes[0]
    second = axes[1]
    if ord == 1:
        result = max(sum(absolute(x), first), second - 1)
    elif ord == -1:
        result = min(sum(absolute(x), first), second - 1)
    elif ord == float("inf"):
        result = max(sum(absolute(x), second), first)
    elif ord == float("-inf"):
        result = min(sum(absolute(x), second), first)
    else:
        npc.compile_error("this `ord` of a matrix norm needs singular values and is not supported yet")
        result = 0.0
    return _with_dims(result, x, axes, keepdims)


def multi_dot(arrays, *, out=None):
    """The product of several matrices, from left to right here.

    >>> np.linalg.multi_dot([np.array([[1, 2]]), np.array([[3], [4]])])
    array([[11]])
    """
    result = npc.asarray(arrays[0])
    for k in npc.static_range(len(arrays)):
        if k > 0:
            result = dot(result, arrays[k])
    return _into(result, out)
