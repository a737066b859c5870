"""Products of matrices. Every element is one sum in the order of the inner axis, however the work is cut into blocks and vectors.

Both operands are copied in blocks to where the inner loop reads them one after another: of the first operand four rows
side by side, of the second one two vectors of columns. So layout and dtype of the operands concern the copies only.
"""
import npc

# Steps of the inner axis and columns in one block; what the inner loop reads then stays in the nearest caches.
DEPTH = 256
WIDTH = 256
# Products with fewer multiplications are not worth the copies.
SMALL = 8000


@npc.inline
def matrix_product(a, b, result):
    dtype = npc.dtype(result)
    if npc.simd() and npc.is_float(dtype):
        if a.shape[0] * a.shape[1] * b.shape[1] >= SMALL and a.shape[0] >= 4:
            _in_blocks(a, b, result)
        else:
            _row_by_row(a, b, result)
    else:
        _row_by_row(a, b, result)


def _row_by_row(a, b, result):
    dtype = npc.dtype(result)
    for i in range(a.shape[0]):
        for j in range(b.shape[1]):
            npc.set_row(result, (i, j), npc.cast(0, dtype))
        for k in range(a.shape[1]):
            x = npc.cast(npc.row(a, (i, k)), dtype)
            for j in range(b.shape[1]):
                npc.set_row(result, (i, j), npc.row(result, (i, j)) + x * npc.cast(npc.row(b, (k, j)), dtype))


def _in_blocks(a, b, result):
    dtype = npc.dtype(result)
    columns = 2 * npc.lanes(dtype)
    left = npc.empty((4 * DEPTH,), dtype)
    right = npc.empty((WIDTH // columns, DEPTH * columns), dtype)
    edge = npc.empty((4, columns), dtype)
    rows = a.shape[0]
    width = b.shape[1]
    for i in range(rows):
        for j in range(width):
            npc.set_row(result, (i, j), npc.cast(0, dtype))
    for first in range(0, a.shape[1], DEPTH):
        depth = npc.minimum(DEPTH, a.shape[1] - first)
        for column in range(0, width, WIDTH):
            panels = (npc.minimum(WIDTH, width - column) + columns - 1) // columns
            _pack_columns(b, first, depth, column, panels, right)
            for row in range(0, rows, 4):
                _pack_rows(a, first, depth, row, left)
                for panel in range(panels):
                    j = column + panel * columns
                    packed = npc.row_view(right, (panel,))
                    if row + 4 <= rows and j + columns <= width:
                        _add_tile(left, packed, depth, result, row, j)
                    else:
                        height = npc.minimum(rows - row, 4)
                        _copy_tile(result, row, j, edge, 0, 0, height, npc.minimum(width - j, columns))
                        _add_tile(left, packed, depth, edge, 0, 0)
                        _copy_tile(edge, 0, 0, result, row, j, height, npc.minimum(width - j, columns))


def _pack_rows(a, first, depth, row, packed):
    for i in range(4):
        # What stands beyond the last row goes to no element.
        source = npc.minimum(row + i, a.shape[0] - 1)
        for k in range(depth):
            npc.set_row(packed, (4 * k + i,), npc.cast(npc.row(a, (source, first + k)), npc.dtype(packed)))


def _pack_columns(b, first, depth, column, panels, packed):
    columns = 2 * npc.lanes(npc.dtype(packed))
    for panel in range(panels):
        for c in range(columns):
            source = npc.minimum(column + panel * columns + c, b.shape[1] - 1)
            for k in range(depth):
                npc.set_row(packed, (panel, k * columns + c), npc.cast(npc.row(b, (first + k, source)), npc.dtype(packed)))


def _copy_tile(source, i, j, target, row, column, height, width):
    for k in range(height):
        for c in range(width):
            npc.set_row(target, (row + k, column + c), npc.row(source, (i + k, j + c)))


def _add_tile(left, right, depth, result, row, column):
    # Four rows by two vectors: the eight sums stay in registers.
    lanes = npc.lanes(npc.dtype(result))
    sums = ()
    for i in npc.static_range(8):
        sums = sums + (npc.load_vector(result, (row + i // 2, column + i % 2 * lanes)),)
    for k in range(depth):
        x0 = npc.load_vector(right, (k * 2 * lanes,))
        x1 = npc.load_vector(right, (k * 2 * lanes + lanes,))
        more = ()
        for i in npc.static_range(4):
            y = npc.splat(npc.row(left, (k * 4 + i,)))
            more = more + (sums[2 * i] + y * x0, sums[2 * i + 1] + y * x1)
        sums = more
    for i in npc.static_range(8):
        npc.store_vector(result, (row + i // 2, column + i % 2 * lanes), sums[i])


@npc.inline
def matrix_vector(a, x, result):
    if a.shape[0] > 1 and npc.stride(a, 0) < npc.stride(a, 1):
        _add_columns(a, x, result)
    else:
        _add_rows(a, x, result)


def _add_rows(a, x, result):
    # Six rows at once: sums that do not wait for each other.
    dtype = npc.dtype(result)
    rows = a.shape[0]
    for block in range(rows // 6):
        sums = (npc.cast(0, dtype),) * 6
        lines = ()
        for i in npc.static_range(6):
            lines = lines + (npc.row_view(a, (block * 6 + i,)),)
        for k in range(a.shape[1]):
            factor = npc.cast(npc.row(x, (k,)), dtype)
            more = ()
            for i in npc.static_range(6):
                more = more + (sums[i] + npc.cast(npc.row(lines[i], (k,)), dtype) * factor,)
            sums = more
        for i in npc.static_range(6):
            npc.set_row(result, (block * 6 + i,), sums[i])
    for i in range(rows // 6 * 6, rows):
        total = npc.cast(0, dtype)
        for k in range(a.shape[1]):
            total = total + npc.cast(npc.row(a, (i, k)), dtype) * npc.cast(npc.row(x, (k,)), dtype)
        npc.set_row(result, (i,), total)


def _add_columns(a, x, result):
    # The memory of a runs along its columns: four of them at once are added to the results.
    dtype = npc.dtype(result)
    rows = a.shape[0]
    steps = a.shape[1]
    for i in range(rows):
        npc.set_row(result, (i,), npc.cast(0, dtype))
    for block in range(steps // 4):
        k = block * 4
        x0 = npc.cast(npc.row(x, (k,)), dtype)
        x1 = npc.cast(npc.row(x, (k + 1,)), dtype)
        x2 = npc.cast(npc.row(x, (k + 2,)), dtype)
        x3 = npc.cast(npc.row(x, (k + 3,)), dtype)
        for i in range(rows):
            total = npc.row(result, (i,)) + npc.cast(npc.row(a, (i, k)), dtype) * x0
            total = total + npc.cast(npc.row(a, (i, k + 1)), dtype) * x1
            total = total + npc.cast(npc.row(a, (i, k + 2)), dtype) * x2
            npc.set_row(result, (i,), total + npc.cast(npc.row(a, (i, k + 3)), dtype) * x3)
    for k in range(steps // 4 * 4, steps):
        x0 = npc.cast(npc.row(x, (k,)), dtype)
        for i in range(rows):
            npc.set_row(result, (i,), npc.row(result, (i,)) + npc.cast(npc.row(a, (i, k)), dtype) * x0)


def inner_product(a, b, like):
    # A fixed number of sums that do not wait for each other, as many as four vectors have lanes.
    dtype = npc.dtype(like)
    if not npc.is_float(dtype):
        total = npc.cast(0, dtype)
        for i in range(a.shape[0]):
            total = total + npc.cast(npc.row(a, (i,)), dtype) * npc.cast(npc.row(b, (i,)), dtype)
        return total
    lanes = npc.lanes(dtype)
    groups = a.shape[0] // (4 * lanes)
    if npc.simd() and npc.dtype(a) == dtype and npc.dtype(b) == dtype and npc.is_dense(a) and npc.is_dense(b):
        total = _sum_of_products(a, b, groups)
    else:
        sums = (npc.cast(0, dtype),) * (4 * lanes)
        for group in range(groups):
            more = ()
            for i in npc.static_range(4 * lanes):
                at = group * 4 * lanes + i
                more = more + (sums[i] + npc.cast(npc.row(a, (at,)), dtype) * npc.cast(npc.row(b, (at,)), dtype),)
            sums = more
        total = _sum_of_all([_sum_of_all(sums[i::lanes]) for i in npc.static_range(lanes)])
    for i in range(groups * 4 * lanes, a.shape[0]):
        total = total + npc.cast(npc.row(a, (i,)), dtype) * npc.cast(npc.row(b, (i,)), dtype)
    return total


@npc.inline
def _sum_of_products(a, b, groups):
    lanes = npc.lanes(npc.dtype(a))
    sums = (npc.splat(npc.cast(0, npc.dtype(a))),) * 4
    for group in range(groups):
        more = ()
        for i in npc.static_range(4):
            at = group * 4 * lanes + i * lanes
            more = more + (sums[i] + npc.load_vector(a, (at,)) * npc.load_vector(b, (at,)),)
        sums = more
    total = _sum_of_all(sums)
    return _sum_of_all([npc.lane(total, i) for i in npc.static_range(lanes)])


@npc.inline
def _sum_of_all(parts):
    total = parts[0]
    for part in parts[1:]:
        total = total + part
    return total
