"""Python's heapq: the smallest element of a list is the first, and those at 2k + 1 and 2k + 2 are not smaller than that at k.

The steps are those of CPython, so the lists are the same too.
"""
import npc


@npc.compiled
def _down(heap, start, pos):
    """An element goes up to its place, not above `start`."""
    cells = heap.cells
    new = npc.cell(cells, pos)
    while pos > start:
        up = (pos - 1) >> 1
        parent = npc.cell(cells, up)
        if not new < parent:
            break
        npc.put(cells, pos, parent)
        pos = up
    npc.put(cells, pos, new)


@npc.compiled
def _up(heap, pos):
    """The smaller child moves up until the bottom, and the element goes up from there."""
    n = heap.n
    start = pos
    cells = heap.cells
    new = npc.cell(cells, pos)
    child = 2 * pos + 1
    while child < n:
        right = child + 1
        if right < n and not npc.cell(cells, child) < npc.cell(cells, right):
            child = right
        npc.put(cells, pos, npc.cell(cells, child))
        pos = child
        child = 2 * pos + 1
    npc.put(cells, pos, new)
    _down(heap, start, pos)


def heappush(heap, item):
    """Adds an element.

    >>> import heapq; xs = [3, 5]; heapq.heappush(xs, 1); xs
    [1, 5, 3]
    """
    heap.append(item)
    _down(heap, 0, heap.n - 1)


@npc.compiled
def heappop(heap):
    """Takes the smallest element away.

    >>> import heapq; xs = [1, 5, 3]; heapq.heappop(xs), xs
    (1, [3, 5])
    """
    n = heap.n
    if n == 0:
        raise IndexError("index out of range")
    last = heap.pop()
    if n == 1:
        return last
    first = npc.cell(heap.cells, 0)
    npc.put(heap.cells, 0, last)
    _up(heap, 0)
    return first


@npc.compiled
def heapify(heap):
    """Makes a list a heap.

    >>> import heapq; xs = [5, 3, 1, 4]; heapq.heapify(xs); xs
    [1, 3, 5, 4]
    """
    k = heap.n // 2
    while k > 0:
        k -= 1
        _up(heap, k)


def heapreplace(heap, item):
    """Takes the smallest element away, then adds another."""
    if heap.n == 0:
        raise IndexError("index out of range")
    first = npc.cell(heap.cells, 0)
    heap[0] = item
    _up(heap, 0)
    return first


def heappushpop(heap, item):
    """Adds an element, then takes the smallest away."""
    if heap.n > 0 and npc.cell(heap.cells, 0) < item:
        first = npc.cell(heap.cells, 0)
        heap[0] = item
        _up(heap, 0)
        return first
    return item


def nsmallest(n, iterable, key=None):
    """The n smallest, in order.

    >>> import heapq; heapq.nsmallest(2, [3, 1, 2])
    [1, 2]
    """
    return sorted(iterable, key=key)[: npc.maximum(n, 0)]


def nlargest(n, iterable, key=None):
    """The n largest, the largest first.

    >>> import heapq; heapq.nlargest(2, [3, 1, 2])
    [3, 2]
    """
    return sorted(iterable, key=key, reverse=True)[: npc.maximum(n, 0)]
