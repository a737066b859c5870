"""Python's list: `cells` holds `room` elements, of which the first `n` are there."""
import npc


@npc.compiled
def _reserve(self, wanted):
    room = self.room
    if wanted > room:
        more = npc.maximum(wanted, room + (room >> 1) + 4)
        cells = npc.new_cells(self.cells, more)
        if self.n > 0:
            npc.move(cells, 0, self.cells, 0, self.n)
        self.cells = cells
        self.room = more


@npc.compiled
def append(self, x):
    """Adds an element at the end.

    >>> xs = [1, 2]; xs.append(3); xs
    [1, 2, 3]
    """
    n = self.n
    if n == self.room:
        _reserve(self, n + 1)
    npc.put(self.cells, n, x)
    self.n = n + 1


@npc.compiled
def insert(self, index, x):
    """Adds an element before another.

    >>> xs = [1, 3]; xs.insert(1, 2); xs
    [1, 2, 3]
    """
    n = self.n
    at = index
    if at < 0:
        at = npc.maximum(at + n, 0)
    at = npc.minimum(at, n)
    _reserve(self, n + 1)
    npc.move(self.cells, at + 1, self.cells, at, n - at)
    npc.put(self.cells, at, x)
    self.n = n + 1


@npc.compiled
def _remove_at(self, at):
    n = self.n
    cells = self.cells
    npc.clear(cells, at, 1)
    npc.move(cells, at, cells, at + 1, n - at - 1)
    self.n = n - 1


@npc.compiled
def pop(self, index=-1):
    """Takes an element away, the last one by default.

    >>> xs = [1, 2, 3]; xs.pop(), xs.pop(0), xs
    (3, 1, [2])
    """
    n = self.n
    if n == 0:
        raise IndexError("pop from empty list")
    at = index
    if at < 0:
        at += n
    if at < 0 or at >= n:
        raise IndexError("pop index out of range")
    x = npc.cell(self.cells, at)
    _remove_at(self, at)
    return x


@npc.compiled
def clear(self):
    """Takes all elements away."""
    npc.clear(self.cells, 0, self.n)
    self.n = 0


@npc.compiled
def copy(self):
    """A new list with the same elements."""
    return _slice(self, None, None, None)


@npc.compiled
def _cut(n, start, stop, step):
    """First index, length and step of a slice, as CPython's PySlice_AdjustIndices says."""
    if step is None:
        by = 1
    else:
        by = step
    if by == 0:
        raise ValueError("slice step cannot be zero")
    lowest = 0
    highest = n
    if by < 0:
        lowest = -1
        highest = n - 1
    if start is None:
        first = lowest if by > 0 else highest
    else:
        first = start
        if first < 0:
            first = npc.maximum(first + n, lowest)
        first = npc.minimum(first, highest)
    if stop is None:
        last = highest if by > 0 else lowest
    else:
        last = stop
        if last < 0:
            last = npc.maximum(last + n, lowest)
        last = npc.minimum(last, highest)
    if by > 0:
        count = (last - first + by - 1) // by if last > first else 0
    else:
        count = (first - last - by - 1) // (-by) if first > last else 0
    return first, count, by


@npc.compiled
def _slice(self, start, stop, step):
    first, count, by = _cut(self.n, start, stop, step)
    other = npc.new_like(self)
    _reserve(other, count)
    at = first
    for k in range(count):
        npc.put(other.cells, k, npc.cell(self.cells, at))
        at += by
    other.n = count
    return other


@npc.compiled
def _delete_slice(self, start, stop, step):
    first, count, by = _cut(self.n, start, stop, step)
    if count == 0:
        return
    if by < 0:
        first += (count - 1) * by
        by = -by
    n = self.n
    cells = self.cells
    to = first
    taken = 0
    for at in range(first, n):
        if taken < count and at == first + taken * by:
            npc.clear(cells, at, 1)
            taken += 1
        else:
            if to != at:
                npc.move(cells, to, cells, at, 1)
            to += 1
    self.n = n - count


@npc.compiled
def _set_slice(self, start, stop, step, other):
    first, count, by = _cut(self.n, start, stop, step)
    if self is other:
        other = copy(other)
    m = other.n
    if by != 1:
        if m != count:
            npc.check(False, "ValueError", "attempt to assign sequence of size {0} to extended slice of size {1}", m, count)
        for k in range(count):
            npc.put(self.cells, first + k * by, npc.cell(other.cells, k))
        return
    n = self.n
    npc.clear(self.cells, first, count)
    _reserve(self, n - count + m)
    npc.move(self.cells, first + m, self.cells, first + count, n - first - count)
    for k in range(m):
        npc.put(self.cells, first + k, npc.cell(other.cells, k))
    self.n = n - count + m


@npc.compiled
def extend(self, other):
    """Adds the elements of another list.

    >>> xs = [1]; xs.extend([2, 3]); xs
    [1, 2, 3]
    """
    n, m = self.n, other.n
    _reserve(self, n + m)
    for k in range(m):
        npc.put(self.cells, n + k, npc.cell(other.cells, k))
    self.n = n + m


def _concatenate(self, other):
    result = copy(self)
    result.extend(other)
    return result


@npc.compiled
def _repeat(self, times):
    n = self.n
    count = npc.maximum(times, 0)
    result = npc.new_like(self)
    _reserve(result, n * count)
    for k in range(count):
        for i in range(n):
            npc.put(result.cells, k * n + i, npc.cell(self.cells, i))
    result.n = n * count
    return result


@npc.compiled
def _repeat_in_place(self, times):
    n = self.n
    if times <= 0:
        clear(self)
        return
    _reserve(self, n * times)
    for k in range(1, times):
        for i in range(n):
            npc.put(self.cells, k * n + i, npc.cell(self.cells, i))
    self.n = n * times


@npc.compiled
def index(self, x, start=0, stop=9223372036854775807):
    """Where an element is first found."""
    n = self.n
    if start < 0:
        start = npc.maximum(start + n, 0)
    if stop < 0:
        stop = npc.maximum(stop + n, 0)
    for i in range(start, npc.minimum(stop, n)):
        if npc.cell(self.cells, i) == x:
            return i
    npc.not_in_list(x)
    return -1


@npc.compiled
def count(self, x):
    """How many elements are equal to something."""
    total = 0
    for i in range(self.n):
        if npc.cell(self.cells, i) == x:
            total += 1
    return total


@npc.compiled
def remove(self, x):
    """Takes the first element away that is equal to something."""
    for i in range(self.n):
        if npc.cell(self.cells, i) == x:
            _remove_at(self, i)
            return
    raise ValueError("list.remove(x): x not in list")


@npc.compiled
def _contains(self, x):
    for i in range(self.n):
        if npc.cell(self.cells, i) == x:
            return True
    return False


@npc.compiled
def reverse(self):
    """Turns the order around.

    >>> xs = [1, 2, 3]; xs.reverse(); xs
    [3, 2, 1]
    """
    n = self.n
    cells = self.cells
    for i in range(n // 2):
        x = npc.cell(cells, i)
        npc.put(cells, i, npc.cell(cells, n - 1 - i))
        npc.put(cells, n - 1 - i, x)


@npc.compiled
def _equal(self, other):
    n = self.n
    if n != other.n:
        return False
    for i in range(n):
        if npc.cell(self.cells, i) != npc.cell(other.cells, i):
            return False
    return True


@npc.compiled
def _less(self, other, or_equal):
    n = npc.minimum(self.n, other.n)
    for i in range(n):
        x = npc.cell(self.cells, i)
        y = npc.cell(other.cells, i)
        if x != y:
            return x < y
    if or_equal:
        return self.n <= other.n
    return self.n < other.n


def sort(self, key=None, reverse=False):
    """Sorts in place; elements that compare equal keep their order.

    >>> xs = [3, 1, 2]; xs.sort(); xs
    [1, 2, 3]
    """
    if key is None:
        _merge_sort(self, self, reverse)
    else:
        keys = [key(x) for x in self]
        _merge_sort(keys, self, reverse)


@npc.compiled
def _merge_sort(keys, values, reverse):
    """Bottom-up merges of runs; `values` is ordered as `keys`, and may be it."""
    n = keys.n
    order = npc.ints_like(n)
    other = npc.ints_like(n)
    for i in range(n):
        npc.put(order, i, i)
    width = 1
    while width < n:
        start = 0
        while start < n:
            middle = npc.minimum(start + width, n)
            end = npc.minimum(start + 2 * width, n)
            i = start
            j = middle
            k = start
            while k < end:
                take_left = j >= end
                if not take_left and i < middle:
                    a = npc.cell(order, i)
                    b = npc.cell(order, j)
                    if reverse:
                        take_left = not (npc.cell(keys.cells, a) < npc.cell(keys.cells, b))
                    else:
                        take_left = not (npc.cell(keys.cells, b) < npc.cell(keys.cells, a))
                if take_left:
                    npc.put(other, k, npc.cell(order, i))
                    i += 1
                else:
                    npc.put(other, k, npc.cell(order, j))
                    j += 1
                k += 1
            start = end
        order, other = other, order
        width *= 2
    sorted_cells = npc.new_cells(values.cells, values.room)
    for i in range(n):
        npc.move(sorted_cells, i, values.cells, npc.cell(order, i), 1)
    values.cells = sorted_cells


@npc.compiled
def _total(self, start):
    total = start
    for i in range(self.n):
        total = total + npc.cell(self.cells, i)
    return total


@npc.compiled
def _any(self):
    for i in range(self.n):
        if npc.cell(self.cells, i):
            return True
    return False


@npc.compiled
def _all(self):
    for i in range(self.n):
        if not npc.cell(self.cells, i):
            return False
    return True


@npc.compiled
def _smallest(self):
    if self.n == 0:
        raise ValueError("min() arg is an empty sequence")
    best = npc.cell(self.cells, 0)
    for i in range(1, self.n):
        x = npc.cell(self.cells, i)
        if x < best:
            best = x
    return best


@npc.compiled
def _largest(self):
    if self.n == 0:
        raise ValueError("max() arg is an empty sequence")
    best = npc.cell(self.cells, 0)
    for i in range(1, self.n):
        x = npc.cell(self.cells, i)
        if x > best:
            best = x
    return best
