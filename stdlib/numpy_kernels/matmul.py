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
