"""Sorting of lines, stable: runs of sixteen that are merged, and from some length on digit by digit.

A number becomes a key, an integer whose order is that of the numbers: 0.0 and -0.0 have one, and all NaN have the highest. Elements go to
where their lowest digits belong, then to where the next ones do, and keep their order where digits are equal.
"""
import npc

# Bits of a digit.
DIGIT = 8
# Elements from which on digits win.
MANY = 200
# The highest place in half an integer.
MOST = 0xFFFFFFFF
LOWEST = -0x7FFFFFFFFFFFFFFF - 1


@npc.inline
def _sort_line(a):
    line = npc.ravel(a)
    if npc.is_complex(npc.dtype(a)):
        _sort_by_merging(line)
    else:
        _sort_dense(line)
    if not npc.is_dense(a):
        _copy_line(line, a)


@npc.inline
def _arrange_line(a, kth):
    if kth is None:
        _sort_line(a)
    else:
        line = npc.ravel(a)
        _select(line, kth)
        if not npc.is_dense(a):
            _copy_line(line, a)


def _arrange_rows(rows, kth):
    for i in range(rows.shape[0]):
        _arrange_line(npc.row_view(rows, (i,)), kth)


def _select(a, kth):
    # The part in which the element is gets smaller, by the middle one of three; after too many rounds it is sorted.
    low = 0
    high = a.shape[0] - 1
    rounds = 0
    while high - low > 16 and rounds < 60:
        pivot = _middle(npc.row(a, (low,)), npc.row(a, (low + high >> 1,)), npc.row(a, (high,)))
        i = low
        j = high
        while i <= j:
            while _before(npc.row(a, (i,)), pivot):
                i = i + 1
            while _before(pivot, npc.row(a, (j,))):
                j = j - 1
            if i <= j:
                x = npc.row(a, (i,))
                npc.set_row(a, (i,), npc.row(a, (j,)))
                npc.set_row(a, (j,), x)
                i = i + 1
                j = j - 1
        # What is between the two equals the pivot.
        if kth <= j:
            high = j
        elif kth >= i:
            low = i
        else:
            high = low
        rounds = rounds + 1
    if high > low:
        _sort_line(a[low : high + 1])


@npc.inline
def _middle(x, y, z):
    if _before(x, y):
        if _before(y, z):
            return y
        return z if _before(x, z) else x
    if _before(x, z):
        return x
    return z if _before(y, z) else y


def _sort_dense(a):
    if a.shape[0] < MANY:
        _sort_by_merging(a)
    elif npc.lanes(npc.dtype(a)) > 2:
        _sort_by_digits(a, 0)
    else:
        # The upper half of a key seldom leaves much to do.
        _sort_by_digits(a, 32)
        _sort_runs(a)


def _sort_runs(a):
    # Elements are in order but where the upper halves of their keys are equal.
    n = a.shape[0]
    start = 0
    while start < n:
        half = _key(npc.row(a, (start,))) >> 32
        stop = start + 1
        while stop < n and _key(npc.row(a, (stop,))) >> 32 == half:
            stop = stop + 1
        if stop - start == 2:
            x = npc.row(a, (start,))
            y = npc.row(a, (start + 1,))
            if _before(y, x):
                npc.set_row(a, (start,), y)
                npc.set_row(a, (start + 1,), x)
        elif stop - start >= MANY:
            _sort_by_digits(a[start:stop], 0)
        elif stop - start > 2:
            _sort_by_merging(a[start:stop])
        start = stop


def _sort_by_digits(a, shift):
    # By at most four digits, from these bits of the keys on.
    n = a.shape[0]
    lanes = npc.lanes(npc.dtype(a))
    digits = 4 if lanes < 4 else 16 // lanes
    counts = _no_counts(digits)
    for i in range(n):
        _count_digits(_key(npc.row(a, (i,))) >> shift, digits, counts)
    buffer = npc.empty((n,), npc.dtype(a))
    moved = False
    for digit in range(digits):
        starts = npc.row_view(counts, (digit,))
        if _is_needed(starts, n):
            _make_starts(starts)
            if moved:
                _move(buffer, a, starts, shift + digit * DIGIT)
            else:
                _move(a, buffer, starts, shift + digit * DIGIT)
            moved = not moved
    if moved:
        _copy_line(buffer, a)


@npc.inline
def _no_counts(digits):
    counts = npc.empty((digits, 1 << DIGIT), npc.dtype(0))
    for digit in range(digits):
        for k in range(1 << DIGIT):
            npc.set_row(counts, (digit, k), 0)
    return counts


@npc.inline
def _count_digits(key, digits, counts):
    for digit in npc.static_range(digits):
        at = key >> digit * DIGIT & (1 << DIGIT) - 1
        npc.set_row(counts, (digit, at), npc.row(counts, (digit, at)) + 1)


def _is_needed(counts, n):
    # Unless all elements have the same digit.
    for k in range(1 << DIGIT):
        count = npc.row(counts, (k,))
        if count > 0:
            return count < n
    return False


def _make_starts(counts):
    start = 0
    for k in range(1 << DIGIT):
        count = npc.row(counts, (k,))
        npc.set_row(counts, (k,), start)
        start = start + count


def _move(source, target, starts, shift):
    for i in range(source.shape[0]):
        x = npc.row(source, (i,))
        digit = _key(x) >> shift & (1 << DIGIT) - 1
        at = npc.row(starts, (digit,))
        npc.set_row(starts, (digit,), at + 1)
        npc.set_row(target, (at,), x)


def _copy_line(source, target):
    for i in range(source.shape[0]):
        npc.set_row(target, (i,), npc.row(source, (i,)))


@npc.inline
def _key(x):
    dtype = npc.dtype(x)
    lanes = npc.lanes(dtype)
    if npc.is_float(dtype):
        # -0.0 becomes 0.0; negative numbers are in reverse order.
        highest = 0x7FFFFFFFFFFFFFFF if lanes == 2 else 0x7FFFFFFF
        bits = npc.int64(npc.bits(x + npc.cast(0, dtype)))
        key = bits ^ (bits >> 63 & highest)
        key = key if x == x else highest
    else:
        key = npc.int64(x)
    if npc.is_float(dtype) or npc.is_signed(dtype):
        return key ^ LOWEST if lanes == 2 else key + (1 << 128 // lanes - 1)
    return key


def _sort_by_merging(a):
    # Runs of sixteen by insertion, then merged, twice as long each time.
    n = a.shape[0]
    for start in range(0, n, 16):
        stop = start + 16 if start + 16 < n else n
        for i in range(start + 1, stop):
            x = npc.row(a, (i,))
            j = i
            while j > start and _before(x, npc.row(a, (j - 1,))):
                npc.set_row(a, (j,), npc.row(a, (j - 1,)))
                j = j - 1
            npc.set_row(a, (j,), x)
    if n > 16:
        _merge_runs(a, npc.empty((n,), npc.dtype(a)))


def _merge_runs(a, buffer):
    n = a.shape[0]
    width = 16
    while width < n:
        low = 0
        while low + width < n:
            middle = low + width
            high = middle + width if middle + width < n else n
            if _before(npc.row(a, (middle,)), npc.row(a, (middle - 1,))):
                for k in range(low, middle):
                    npc.set_row(buffer, (k,), npc.row(a, (k,)))
                i = low
                j = middle
                k = low
                while i < middle:
                    if j < high and _before(npc.row(a, (j,)), npc.row(buffer, (i,))):
                        npc.set_row(a, (k,), npc.row(a, (j,)))
                        j = j + 1
                    else:
                        npc.set_row(a, (k,), npc.row(buffer, (i,)))
                        i = i + 1
                    k = k + 1
            low = high
        width = width * 2


@npc.inline
def _arrange_places(a, places, kth):
    if kth is None:
        _sort_places(a, places)
    else:
        _select_places(a, places, kth)


def _places_of_rows(rows, kth):
    result = npc.empty(rows.shape, npc.dtype(0))
    for i in range(rows.shape[0]):
        for k in range(rows.shape[1]):
            npc.set_row(result, (i, k), k)
        _arrange_places(npc.row_view(rows, (i,)), npc.row_view(result, (i,)), kth)
    return result


def _select_places(a, places, kth):
    # As _select does.
    low = 0
    high = places.shape[0] - 1
    rounds = 0
    while high - low > 16 and rounds < 60:
        pivot = _middle(_at_place(a, places, low), _at_place(a, places, low + high >> 1), _at_place(a, places, high))
        i = low
        j = high
        while i <= j:
            while _before(_at_place(a, places, i), pivot):
                i = i + 1
            while _before(pivot, _at_place(a, places, j)):
                j = j - 1
            if i <= j:
                x = npc.row(places, (i,))
                npc.set_row(places, (i,), npc.row(places, (j,)))
                npc.set_row(places, (j,), x)
                i = i + 1
                j = j - 1
        if kth <= j:
            high = j
        elif kth >= i:
            low = i
        else:
            high = low
        rounds = rounds + 1
    if high > low:
        _sort_places(a, places[low : high + 1])


@npc.inline
def _at_place(a, places, i):
    return npc.row(a, (npc.row(places, (i,)),))


def _sort_places(a, places):
    # The places in the order of what stands there.
    n = places.shape[0]
    if npc.is_complex(npc.dtype(a)) or n < MANY or a.shape[0] > MOST:
        _sort_places_by_merging(a, places)
    elif npc.lanes(npc.dtype(a)) > 2:
        _sort_places_by_digits(a, places, npc.empty((n,), npc.dtype(0)), 32)
    else:
        packed = npc.empty((n,), npc.dtype(0))
        _sort_places_by_digits(a, places, packed, 0)
        _sort_runs_of_places(a, places, packed)


def _sort_runs_of_places(a, places, packed):
    n = places.shape[0]
    start = 0
    while start < n:
        half = npc.row(packed, (start,)) >> 32
        stop = start + 1
        while stop < n and npc.row(packed, (stop,)) >> 32 == half:
            stop = stop + 1
        if stop - start >= MANY:
            _sort_places_by_digits(a, places[start:stop], packed[start:stop], 32)
        elif stop - start > 1:
            _sort_places_by_merging(a, places[start:stop])
        start = stop


def _sort_places_by_digits(a, places, packed, shift):
    # Half a key and a place are one integer, whose upper four digits decide; its own key is as if it had a sign.
    n = places.shape[0]
    for i in range(n):
        place = npc.row(places, (i,))
        npc.set_row(packed, (i,), (_key(npc.row(a, (place,))) >> 32 - shift << 32 | place) ^ LOWEST)
    _sort_by_digits(packed, 32)
    for i in range(n):
        npc.set_row(places, (i,), npc.row(packed, (i,)) & MOST)


def _sort_places_by_merging(a, places):
    n = places.shape[0]
    for start in range(0, n, 16):
        stop = start + 16 if start + 16 < n else n
        for i in range(start + 1, stop):
            place = npc.row(places, (i,))
            x = npc.row(a, (place,))
            j = i
            while j > start and _before(x, npc.row(a, (npc.row(places, (j - 1,)),))):
                npc.set_row(places, (j,), npc.row(places, (j - 1,)))
                j = j - 1
            npc.set_row(places, (j,), place)
    if n > 16:
        _merge_places(a, places, npc.empty((n,), npc.dtype(0)))


def _merge_places(a, places, buffer):
    n = places.shape[0]
    width = 16
    while width < n:
        low = 0
        while low + width < n:
            middle = low + width
            high = middle + width if middle + width < n else n
            for k in range(low, middle):
                npc.set_row(buffer, (k,), npc.row(places, (k,)))
            i = low
            j = middle
            k = low
            while i < middle:
                if j < high and _before(npc.row(a, (npc.row(places, (j,)),)), npc.row(a, (npc.row(buffer, (i,)),))):
                    npc.set_row(places, (k,), npc.row(places, (j,)))
                    j = j + 1
                else:
                    npc.set_row(places, (k,), npc.row(buffer, (i,)))
                    i = i + 1
                k = k + 1
            low = high
        width = width * 2


@npc.inline
def _before(x, y):
    if npc.is_complex(npc.dtype(x)):
        return _complex_before(x.real, x.imag, y.real, y.imag)
    # NaN comes last.
    return x < y or (y != y and x == x)


def _complex_before(a, b, c, d):
    # NumPy's order: without a NaN, with one in the imaginary part, in the real part, in both.
    if a < c:
        return b == b or d != d
    if a > c:
        return d != d and b == b
    if a == c or (a != a and c != c):
        return b < d or (d != d and b == b)
    return c != c
