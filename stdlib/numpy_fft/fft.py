"""Fourier transforms of any length, by its prime factors.

A stage takes transforms of length l over every (n/l)-th element and makes transforms of length l*r of them: see `_stage`.
"""
import npc


@npc.compiled
def _root(k, n):
    # exp(-2 pi i k / n), by sines and cosines below an eighth of a turn.
    quarter = 4 * k // n
    rest = 4 * k - quarter * n
    if 2 * rest > n:
        angle = 1.5707963267948966 * npc.float64(n - rest) / npc.float64(n)
        c = npc.kernel("sin", angle)
        s = npc.kernel("cos", angle)
    else:
        angle = 1.5707963267948966 * npc.float64(rest) / npc.float64(n)
        c = npc.kernel("cos", angle)
        s = npc.kernel("sin", angle)
    if quarter == 0:
        return npc.complex(c, -s)
    if quarter == 1:
        return npc.complex(-s, -c)
    if quarter == 2:
        return npc.complex(-c, s)
    return npc.complex(s, c)


@npc.compiled
def _roots(n, inverse):
    result = npc.empty((n,), npc.dtype(1j))
    for k in range(n):
        w = _root(k, n)
        result[k] = npc.complex(w.real, -w.imag) if inverse else w
    return result


@npc.compiled
def _factor(n):
    # Fours first, then the primes.
    if n % 4 == 0:
        return 4
    if n % 2 == 0:
        return 2
    p = 3
    while p * p <= n:
        if n % p == 0:
            return p
        p = p + 2
    return n


@npc.compiled
def _stage(a, out, roots, l, r, inverse):
    # out[j + l*u, q] = sum over s of root(L)^(j*s) * root(r)^(u*s) * a[j, q + m*s], with L = l*r and m = n/L.
    n = a.shape[0]
    m = n // (l * r)
    part = npc.empty((r,), npc.dtype(a))
    for j in range(l):
        for q in range(m):
            for s in range(r):
                x = npc.row(a, (j * m * r + s * m + q,))
                npc.set_row(part, (s,), x if j == 0 or s == 0 else x * npc.row(roots, (j * s * m,)))
            if r == 2:
                x = npc.row(part, (0,))
                y = npc.row(part, (1,))
                npc.set_row(out, (j * m + q,), x + y)
                npc.set_row(out, ((j + l) * m + q,), x - y)
            elif r == 4:
                _four(part, out, j * m + q, l * m, inverse)
            else:
                for u in range(r):
                    total = npc.row(part, (0,))
                    for s in range(1, r):
                        x = npc.row(part, (s,))
                        total = total + (x if u == 0 else x * npc.row(roots, (u * s % r * (n // r),)))
                    npc.set_row(out, ((j + l * u) * m + q,), total)


def _four(part, out, at, step, inverse):
    a = npc.row(part, (0,))
    b = npc.row(part, (1,))
    c = npc.row(part, (2,))
    d = npc.row(part, (3,))
    difference = b - d
    if inverse:
        turned = npc.complex(-difference.imag, difference.real)
    else:
        turned = npc.complex(difference.imag, -difference.real)
    npc.set_row(out, (at,), (a + c) + (b + d))
    npc.set_row(out, (at + step,), (a - c) + turned)
    npc.set_row(out, (at + 2 * step,), (a + c) - (b + d))
    npc.set_row(out, (at + 3 * step,), (a - c) - turned)


@npc.compiled
def _transform(x, roots, inverse):
    # In place.
    n = x.shape[0]
    other = npc.empty((n,), npc.dtype(x))
    l = 1
    here = True
    while l < n:
        r = _factor(n // l)
        if here:
            _stage(x, other, roots, l, r, inverse)
        else:
            _stage(other, x, roots, l, r, inverse)
        here = not here
        l = l * r
    if not here:
        for k in range(n):
            npc.set_row(x, (k,), npc.row(other, (k,)))


@npc.compiled
def _transform_rows(rows, roots, inverse, factor):
    for i in range(rows.shape[0]):
        _transform(rows[i], roots, inverse)
        if factor != 1:
            for k in range(rows.shape[1]):
                rows[i, k] = npc.complex(rows[i, k].real * factor, rows[i, k].imag * factor)


def _complex_of(dtype):
    return npc.result_type(dtype, 1j)


def _factor_of(n, norm, inverse):
    if norm is not None and norm != "backward" and norm != "ortho" and norm != "forward":
        npc.compile_error('`norm` is "backward", "ortho" or "forward"')
    if norm == "ortho":
        return 1 / npc.sqrt(npc.float64(n))
    if (norm == "forward") != inverse:
        return 1 / npc.float64(n)
    return npc.float64(1)


def _cut_or_filled(a, n, axis, dtype):
    # A fresh array in double precision with the axis at the end, n elements along it.
    lines = _lines_along(a, axis)
    result = npc.empty(lines.shape[:-1] + (n,), _complex_of(npc.dtype(1.0)))
    taken = n if n < lines.shape[-1] else lines.shape[-1]
    result[..., :taken] = lines[..., :taken]
    result[..., taken:] = 0
    return result


def _along(a, n, axis, norm, inverse):
    a = npc.asarray(a)
    dtype = npc.dtype(a)
    at = npc.axis(axis, a.ndim)
    length = a.shape[at] if n is None else n
    npc.check(length >= 1, "ValueError", "Invalid number of FFT data points ({0}) specified.", length)
    work = _cut_or_filled(a, length, at, dtype)
    rows = npc.reshape(work, (_lines_of(work.shape), length))
    _transform_rows(rows, _roots(length, inverse), inverse, _factor_of(length, norm, inverse))
    result = npc.as_type(work, _complex_of(dtype)) if npc.dtype(work) != _complex_of(dtype) else work
    return moveaxis(result, -1, at)


def fft(a, n=None, axis=-1, norm=None, out=None):
    """The discrete Fourier transform along an axis.

    >>> np.fft.fft(np.array([1.0, 1.0, 1.0, 1.0]))
    array([4.+0.j, 0.+0.j, 0.+0.j, 0.+0.j])
    """
    return _into(_along(a, n, axis, norm, False), out)


def ifft(a, n=None, axis=-1, norm=None, out=None):
    """The inverse of the discrete Fourier transform along an axis.

    >>> np.fft.ifft(np.array([4.0, 0.0, 0.0, 0.0]))
    array([1.+0.j, 1.+0.j, 1.+0.j, 1.+0.j])
    """
    return _into(_along(a, n, axis, norm, True), out)


def rfft(a, n=None, axis=-1, norm=None, out=None):
    """The first half of the discrete Fourier transform of real numbers.

    >>> np.fft.rfft(np.array([1.0, 1.0, 1.0, 1.0]))
    array([4.+0.j, 0.+0.j, 0.+0.j])
    """
    a = npc.asarray(a)
    if npc.is_complex(npc.dtype(a)):
        npc.compile_error("np.fft.rfft takes real numbers", "write `np.fft.fft`")
    at = npc.axis(axis, a.ndim)
    whole = _along(a, n, at, norm, False)
    return _into(npc.copy_c(whole[(slice(None),) * at + (slice(None, whole.shape[at] // 2 + 1),)]), out)


def irfft(a, n=None, axis=-1, norm=None, out=None):
    """The inverse of `rfft`: real numbers.

    >>> np.fft.irfft(np.array([4.0, 0.0, 0.0]))
    array([1., 1., 1., 1.])
    """
    a = npc.asarray(a)
    at = npc.axis(axis, a.ndim)
    length = 2 * (a.shape[at] - 1) if n is None else n
    npc.check(length >= 1, "ValueError", "Invalid number of FFT data points ({0}) specified.", length)
    half = _cut_or_filled(a, length // 2 + 1, at, npc.dtype(a))
    rows = npc.reshape(half, (_lines_of(half.shape), length // 2 + 1))
    whole = npc.empty((rows.shape[0], length), npc.dtype(half))
    _mirror(rows, whole)
    _transform_rows(whole, _roots(length, True), True, _factor_of(length, norm, True))
    result = npc.reshape(npc.copy_c(npc.real(whole)), half.shape[:-1] + (length,))
    wanted = npc.dtype(npc.real(npc.empty((0,), _complex_of(npc.dtype(a)))))
    return _into(moveaxis(npc.as_type(result, wanted) if npc.dtype(result) != wanted else result, -1, at), out)


@npc.compiled
def _mirror(half, whole):
    n = whole.shape[1]
    for i in range(whole.shape[0]):
        whole[i, 0] = npc.complex(half[i, 0].real, npc.float64(0))
        for k in range(1, n // 2 + 1):
            x = half[i, k]
            if 2 * k == n:
                whole[i, k] = npc.complex(x.real, npc.float64(0))
            else:
                whole[i, k] = x
                whole[i, n - k] = npc.complex(x.real, -x.imag)


def fftn(a, s=None, axes=None, norm=None, out=None):
    """The discrete Fourier transform along several axes.

    >>> np.fft.fftn(np.array([[1.0, 1.0], [1.0, 1.0]]))
    array([[4.+0.j, 0.+0.j],
           [0.+0.j, 0.+0.j]])
    """
    return _into(_along_all(npc.asarray(a), s, axes, norm, False), out)


def ifftn(a, s=None, axes=None, norm=None, out=None):
    """The inverse of the discrete Fourier transform along several axes.

    >>> np.fft.ifftn(np.array([[4.0, 0.0], [0.0, 0.0]]))
    array([[1.+0.j, 1.+0.j],
           [1.+0.j, 1.+0.j]])
    """
    return _into(_along_all(npc.asarray(a), s, axes, norm, True), out)


def fft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    """The discrete Fourier transform along two axes.

    >>> np.fft.fft2(np.array([[1.0, 0.0], [0.0, 0.0]]))
    array([[1.+0.j, 1.+0.j],
           [1.+0.j, 1.+0.j]])
    """
    return _into(_along_all(npc.asarray(a), s, axes, norm, False), out)


def ifft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    """The inverse of the discrete Fourier transform along two axes.

    >>> np.fft.ifft2(np.array([[4.0, 0.0], [0.0, 0.0]]))
    array([[1.+0.j, 1.+0.j],
           [1.+0.j, 1.+0.j]])
    """
    return _into(_along_all(npc.asarray(a), s, axes, norm, True), out)


def _along_all(a, s, axes, norm, inverse):
    chosen = _counted(0, a.ndim) if axes is None else _axes_in_order(axes, a.ndim)
    result = a
    for k in npc.static_range(len(chosen)):
        last = len(chosen) - 1 - k
        result = _along(result, None if s is None else s[last], chosen[last], norm, inverse)
    return result


def fftfreq(n, d=1.0, device=None):
    """The frequencies of the elements of a transform.

    >>> np.fft.fftfreq(4, 0.5)
    array([ 0. ,  0.5, -1. , -0.5])
    """
    step = 1.0 / (n * d)
    half = (n - 1) // 2 + 1
    return npc.from_function(lambda i: npc.float64(i if i < half else i - n) * step, (n,), npc.dtype(1.0))


def rfftfreq(n, d=1.0, device=None):
    """The frequencies of the elements of a transform of real numbers.

    >>> np.fft.rfftfreq(4, 0.5)
    array([0. , 0.5, 1. ])
    """
    step = 1.0 / (n * d)
    return npc.from_function(lambda i: npc.float64(i) * step, (n // 2 + 1,), npc.dtype(1.0))


def fftshift(x, axes=None):
    """The transform with frequency zero in the middle.

    >>> np.fft.fftshift(np.array([0.0, 1.0, -2.0, -1.0]))
    array([-2., -1.,  0.,  1.])
    """
    x = npc.asarray(x)
    result = x
    for axis in npc.axes(axes, x.ndim):
        result = roll(result, x.shape[axis] // 2, axis)
    return result


def ifftshift(x, axes=None):
    """The inverse of `fftshift`.

    >>> np.fft.ifftshift(np.array([-2.0, -1.0, 0.0, 1.0]))
    array([ 0.,  1., -2., -1.])
    """
    x = npc.asarray(x)
    result = x
    for axis in npc.axes(axes, x.ndim):
        result = roll(result, -(x.shape[axis] // 2), axis)
    return result
