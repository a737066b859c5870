"""Counting values and finding places, without branches that depend on the values."""
import npc

# Bins at least this wide, relative to the numbers at the edges, are where multiplication finds them, but for one.
WIDE = 1e-11
# From here to an edge, in bins, the edge decides.
NEAR = 1e-3
# From here on, a double is an integer: its last bits are those of a small number that has been added.
INTEGERS = 4503599627370496.0
# Bins of which there may be a second set.
FEW = 4096


@npc.inline
def _count_equal(values, edges, first, last, counts):
    bins = counts.shape[0]
    width = last - first
    if npc.is_float(npc.dtype(edges)) and npc.lanes(npc.dtype(edges)) == 2:
        size = npc.maximum(npc.abs(npc.float64(first)), npc.abs(npc.float64(last)))
        if bins < 1 << 31 and npc.float64(width) > bins * size * WIDE and npc.float64(width) > 1e-290:
            _count_wide(values, edges, npc.float64(first), npc.float64(last), npc.float64(bins) / npc.float64(width), counts)
        else:
            _count_coarse(values, edges, first, last, counts)
    else:
        _count_coarse(values, edges, first, last, counts)


def _count_coarse(values, edges, first, last, counts):
    # The quotient can be off by one near an edge; the edges decide, as in NumPy.
    bins = counts.shape[0]
    dtype = npc.dtype(edges)
    start = npc.cast(first, dtype)
    width = last - first
    for i in range(values.shape[0]):
        value = npc.row(values, (i,))
        if value >= first and value <= last:
            x = npc.cast(value, dtype)
            k = npc.minimum(npc.int64((x - start) / width * bins), bins - 1)
            _count_by_edges(x, k, edges, counts)


@npc.inline
def _count_by_edges(x, k, edges, counts):
    below = npc.int64(x < npc.row(edges, (k,)))
    above = npc.int64(x >= npc.row(edges, (k + 1,))) & npc.int64(k != counts.shape[0] - 1)
    k = k - below + above
    npc.set_row(counts, (k,), npc.row(counts, (k,)) + 1)


@npc.inline
def _count_wide(values, edges, first, last, scale, counts):
    if npc.simd() and npc.lanes(npc.dtype(values)) == 2 and npc.is_float(npc.dtype(values)) and npc.is_dense(values):
        pairs = values.shape[0] // 2
        if counts.shape[0] <= FEW:
            # Two sets, so that equal numbers do not wait for each other.
            more = npc.empty(counts.shape, npc.dtype(0))
            for k in range(counts.shape[0]):
                npc.set_row(more, (k,), 0)
            _count_pairs(values, pairs, edges, first, last, scale, counts, more)
            for k in range(counts.shape[0]):
                npc.set_row(counts, (k,), npc.row(counts, (k,)) + npc.row(more, (k,)))
        else:
            _count_pairs(values, pairs, edges, first, last, scale, counts, counts)
        _count_one_by_one(values, pairs * 2, values.shape[0], edges, first, last, scale, counts)
    else:
        _count_one_by_one(values, 0, values.shape[0], edges, first, last, scale, counts)


@npc.inline
def _count_one_by_one(values, start, stop, edges, first, last, scale, counts):
    for i in range(start, stop):
        x = npc.float64(npc.row(values, (i,)))
        if x >= first and x <= last:
            k = npc.minimum(npc.bits((x - first) * scale + INTEGERS) & 0xFFFFFFFF, counts.shape[0] - 1)
            _count_by_edges(x, k, edges, counts)


def _count_pairs(values, pairs, edges, first, last, scale, counts, more):
    low = npc.splat(first)
    high = npc.splat(last)
    scales = npc.splat(scale)
    integers = npc.splat(npc.float64(INTEGERS))
    near = npc.splat(npc.float64(NEAR))
    for pair in range(pairs):
        x = npc.load_vector(values, (2 * pair,))
        place = (x - low) * scales
        moved = place + integers
        rest = place - (moved - integers)
        if npc.all_true((x >= low) & (x <= high) & (npc.vector_abs(rest) > near)):
            # Rounded up where the rest is negative.
            bins = npc.vector_bits(moved) + (rest < low - low)
            k = npc.lane(bins, 0) & 0xFFFFFFFF
            npc.set_row(counts, (k,), npc.row(counts, (k,)) + 1)
            k = npc.lane(bins, 1) & 0xFFFFFFFF
            npc.set_row(more, (k,), npc.row(more, (k,)) + 1)
        else:
            _count_one_by_one(values, 2 * pair, 2 * pair + 2, edges, first, last, scale, counts)


def _count_between(values, edges, counts):
    bins = counts.shape[0]
    for i in range(values.shape[0]):
        value = npc.row(values, (i,))
        k = _place(edges, value, True)
        if k > bins and value == npc.row(edges, (bins,)):
            k = bins
        if k > 0 and k <= bins:
            npc.set_row(counts, (k - 1,), npc.row(counts, (k - 1,)) + 1)


def _bits_and_highest(x):
    # All bits that occur, so a sign that occurs too; and the highest number.
    bits = npc.int64(npc.row(x, (0,)))
    highest = bits
    for i in range(1, x.shape[0]):
        value = npc.int64(npc.row(x, (i,)))
        bits = bits | value
        highest = value if value > highest else highest
    return bits, highest


def _tally(x, counts):
    for i in range(x.shape[0]):
        k = npc.int64(npc.row(x, (i,)))
        npc.set_row(counts, (k,), npc.row(counts, (k,)) + 1)


def _tally_weights(x, weights, sums):
    for i in range(x.shape[0]):
        k = npc.int64(npc.row(x, (i,)))
        npc.set_row(sums, (k,), npc.row(sums, (k,)) + npc.float64(npc.row(weights, (i,))))


def _places(a, values, side, result):
    # Four at once, whose steps do not wait for each other.
    right = side == "right"
    n = values.shape[0]
    for block in range(n // 4):
        lows = (0,) * 4
        left = a.shape[0]
        while left > 1:
            half = left >> 1
            more = ()
            for i in npc.static_range(4):
                value = npc.row(values, (block * 4 + i,))
                passed = _is_passed(npc.row(a, (lows[i] + half,)), value, right)
                more = more + (lows[i] + half if passed else lows[i],)
            lows = more
            left = left - half
        for i in npc.static_range(4):
            value = npc.row(values, (block * 4 + i,))
            low = lows[i] + npc.int64(_is_passed(npc.row(a, (lows[i],)), value, right)) if left > 0 else 0
            npc.set_row(result, (block * 4 + i,), low)
    for i in range(n // 4 * 4, n):
        npc.set_row(result, (i,), _place(a, npc.row(values, (i,)), right))


@npc.inline
def _place(a, value, right):
    # As many steps for every value: half of what is left is passed over, or not.
    low = 0
    left = a.shape[0]
    while left > 1:
        half = left >> 1
        low = low + half if _is_passed(npc.row(a, (low + half,)), value, right) else low
        left = left - half
    if left > 0:
        low = low + npc.int64(_is_passed(npc.row(a, (low,)), value, right))
    return low


@npc.inline
def _is_passed(x, value, right):
    if right:
        return not _before(value, x)
    return _before(x, value)
