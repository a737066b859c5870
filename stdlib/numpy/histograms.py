"""Counting values, and finding places in sorted arrays."""
import npc


def histogram(a, bins=10, range=None, density=None, weights=None):
    """Number of values in each bin, and the edges of the bins; the last edge belongs to the last bin.

    >>> np.histogram(np.array([1, 2, 1, 9]), bins=4, range=(0, 4))
    (array([0, 2, 1, 0]), array([0., 1., 2., 3., 4.]))
    >>> np.histogram(np.array([1.5, 2.0, 3.0]), bins=np.array([1, 2, 3]))
    (array([1, 2]), array([1, 2, 3]))
    """
    if weights is not None:
        npc.compile_error("`weights=` of np.histogram is not supported yet")
    values = ravel(npc.asarray(a))
    if npc.is_scalar(bins):
        if bins < 1:
            raise ValueError("`bins` must be positive, when an integer")
        first, last = _outer_edges(values, range)
        counts, edges = _equal_bins(values, bins, first, last)
    else:
        edges = npc.asarray(bins)
        if any(edges[:-1] > edges[1:]):
            raise ValueError("`bins` must increase monotonically, when an array")
        counts = full(edges.shape[0] - 1, 0, npc.dtype(0))
        _count_between(values, edges, counts)
    if density:
        return counts / (edges[1:] - edges[:-1]) / sum(counts), edges
    return counts, edges


def _outer_edges(values, range):
    if range is not None:
        first, last = range
        if first > last:
            raise ValueError("max must be larger than min in range parameter.")
        if not (isfinite(first) and isfinite(last)):
            raise ValueError("supplied range is not finite")
    else:
        first, last = _extremes(values)
        if not (isfinite(first) and isfinite(last)):
            raise ValueError("autodetected range is not finite")
    if first == last:
        return first - 0.5, last + 0.5
    return first, last


@npc.compiled
def _extremes(values):
    if values.shape[0] == 0:
        return npc.cast(0, npc.dtype(values)), npc.cast(1, npc.dtype(values))
    return min(values), max(values)


def _equal_bins(values, bins, first, last):
    dtype = npc.float_dtype(npc.result_type(first, last, values))
    edges = linspace(first, last, bins + 1, dtype=dtype)
    npc.check(
        not any(edges[:-1] >= edges[1:]),
        "ValueError",
        "Too many bins for data range. Cannot create {0} finite-sized bins.",
        bins,
    )
    counts = full(bins, 0, npc.dtype(0))
    _count_equal(values, edges, first, last, counts)
    return counts, edges


def bincount(x, /, weights=None, minlength=0):
    """How often each of the numbers 0, 1, 2… occurs; with weights, the sum of the weights.

    >>> np.bincount(np.array([0, 1, 1, 3, 2, 1]))
    array([1, 3, 1, 1])
    >>> np.bincount(np.array([0, 1, 1]), weights=np.array([0.5, 0.25, 1.0]), minlength=3)
    array([0.5 , 1.25, 0.  ])
    """
    x = npc.asarray(x)
    if npc.is_float(npc.dtype(x)):
        npc.compile_error("np.bincount counts integers", "write `.astype(np.int64)`")
    if minlength < 0:
        raise ValueError("'minlength' must not be negative")
    length = _bins_needed(x, minlength)
    if weights is None:
        counts = full(length, 0, npc.dtype(0))
        _tally(x, counts)
        return counts
    weights = npc.asarray(weights)
    if weights.shape[0] != x.shape[0]:
        raise ValueError("The weights and list don't have the same length.")
    sums = full(length, 0.0, npc.dtype(0.0))
    _tally_weights(x, weights, sums)
    return sums


def _bins_needed(x, minlength):
    length = 0
    if x.shape[0] > 0:
        bits, highest = _bits_and_highest(x)
        npc.check(bits >= 0, "ValueError", "'list' argument must have no negative elements")
        length = highest + 1
    return npc.maximum(length, minlength)


def searchsorted(a, v, side="left", sorter=None):
    """Where to insert values so that a sorted array stays sorted: before equal elements, or behind them (`side="right"`).

    >>> np.searchsorted(np.array([1, 2, 2, 5]), 2)
    np.int64(1)
    >>> np.searchsorted(np.array([1, 2, 2, 5]), np.array([0, 2, 9]), side="right")
    array([0, 3, 4])
    """
    if sorter is not None:
        return searchsorted(npc.asarray(a)[sorter], v, side)
    if side != "left" and side != "right":
        npc.compile_error('`side` of np.searchsorted is "left" or "right"')
    a = npc.asarray(a)
    if a.ndim != 1:
        raise ValueError("object of too small depth for desired array")
    if npc.is_scalar(v):
        return npc.strong(_place(a, v, side == "right"))
    values = npc.asarray(v)
    result = npc.empty(values.shape, npc.dtype(0))
    _places(a, ravel(values), side, ravel(result))
    return result

