"""Arrays made of lists."""
import npc


@npc.compiled
def _array_1d(self, dtype):
    n = self.n
    result = npc.empty((n,), dtype)
    for i in range(n):
        result[i] = npc.cell(self.cells, i)
    return result


def _array_of_nothing(self, dtype):
    return npc.empty((0,), dtype)


def _array_2d_of_nothing(self, dtype):
    return npc.empty((self.n, 0), dtype)


@npc.compiled
def _array_2d(self, dtype):
    n = self.n
    m = 0
    if n > 0:
        m = npc.cell(self.cells, 0).n
    result = npc.empty((n, m), dtype)
    for i in range(n):
        row = npc.cell(self.cells, i)
        npc.check(
            row.n == m,
            "ValueError",
            "setting an array element with a sequence. The requested array has an inhomogeneous shape after 1 dimensions. "
            "The detected shape was ({0},) + inhomogeneous part.",
            n,
        )
        for j in range(m):
            result[i, j] = npc.cell(row.cells, j)
    return result


@npc.compiled
def _array_of_tuples(self, dtype):
    n = self.n
    m = npc.members(self)
    result = npc.empty((n, m), dtype)
    for i in range(n):
        row = npc.cell(self.cells, i)
        for j in npc.static_range(m):
            result[i, j] = row[j]
    return result


@npc.compiled
def _array_of_arrays(self, dtype):
    n = self.n
    npc.check(n > 0, "ValueError", "an array of an empty list of arrays has no known shape")
    first = npc.cell(self.cells, 0)
    result = npc.empty((n,) + first.shape, dtype)
    for i in range(n):
        part = npc.cell(self.cells, i)
        for k in npc.static_range(first.ndim):
            npc.check(
                part.shape[k] == first.shape[k],
                "ValueError",
                "setting an array element with a sequence. The requested array has an inhomogeneous shape after 1 "
                "dimensions. The detected shape was ({0},) + inhomogeneous part.",
                n,
            )
        result[i] = part
    return result


@npc.compiled
def _extend_array(self, values):
    n = self.n
    count = values.shape[0]
    _reserve(self, n + count)
    for i in range(count):
        npc.put(self.cells, n + i, values[i])
    self.n = n + count


@npc.compiled
def _array_of_column(column, places, number, shape):
    """The next elements of a column of a container that comes from outside."""
    count = 1
    for extent in shape:
        if extent < 0:
            raise ValueError("negative dimensions are not allowed")
        count *= extent
    start = npc.cell(places, number)
    if count > column.shape[0] - start:
        raise ValueError("a column of a container is too short")
    npc.put(places, number, start + count)
    return npc.reshape(npc.copy(column[start : start + count]), shape)
