"""The order in which NumPy 2.4 adds floats, as a model that npc's `lower_each` and interpreter follow.

`model_sum(x, axes)` says what `x.sum(axis=axes)` is, bit for bit, from shape and strides alone. Run as a program, it is
compared with NumPy on random shapes, strides, axes and dtypes. `IR.md` section 5 is the table; this is the rule behind it:

1. An axis of extent 1 has stride 0. Axes are sorted by |stride| of the operand (`order_axes`), C order on ties.
2. The result is dense in that order over its own axes. Neighbours merge where operand and result both allow it.
3. If the innermost merged axis is kept, every element is added to its result in order of iteration.
4. Otherwise the innermost reduced axes s0, s1, … form runs; each run is summed pairwise and added to its result, in
   order. `P(k) = s0·…·s(k-1)`. Take the smallest b with P(b+1) ≥ 8192, or the last of these axes. A run is
   `max(1, 8192 // P(b))` steps along axis b (shorter at the end of that axis), P(b) elements each. Without a cast the
   whole of s0 is always in one run.
5. Every result starts at +0.0 (or `initial`), to which the runs are added.

A fused reduction of an expression follows the temporary of its unfused form: dense in the K order of the inputs.
"""
import itertools
import sys

import numpy as np

BLOCK = 8192


def pairwise(a):
    """Pairwise sum of one run."""
    n, kind = len(a), a.dtype.type
    if n <= 128:
        r = [kind(-0.0)] * 8
        for i in range(0, n - n % 8, 8):
            r = [kind(r[k] + a[i + k]) for k in range(8)]
        total = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]))
        for j in range(n - n % 8, n):
            total = kind(total + a[j])
        return total
    half = n // 2 - (n // 2) % 8
    return pairwise(a[:half]) + pairwise(a[half:])


def order(arrays):
    """Axes from outermost to innermost, by NumPy's stable insertion sort over the strides of all operands."""
    shape = arrays[0].shape
    strides = [[0 if n == 1 else abs(s) for n, s in zip(shape, a.strides)] for a in arrays]
    perm = list(range(len(shape)))[::-1]  # innermost first
    for i in range(1, len(perm)):
        place, axis = i, perm[i]
        for k in range(i - 1, -1, -1):
            ambiguous, swap = True, False
            for s in strides:
                if s[axis] != 0 and s[perm[k]] != 0:
                    if s[perm[k]] <= s[axis]:
                        swap = False
                    elif ambiguous:
                        swap = True
                    ambiguous = False
            if not ambiguous:
                if not swap:
                    break
                place = k
        perm.insert(place, perm.pop(i))
    return perm[::-1]


def run_length(extents, cast):
    """`(run, plane)`: elements of a run, and after how many elements a run ends in any case."""
    size = 1
    for b, extent in enumerate(extents):
        core, size = size, size * extent
        if size >= BLOCK or b == len(extents) - 1:
            break
    if b == 0 and not cast:
        return size, size
    return min(size, max(1, BLOCK // core) * core), size


def model_sum(x, axes, dtype=None, initial=0.0, temporary=False):
    """`x.sum(axis=axes, dtype=dtype, initial=initial)`."""
    dtype = np.dtype(dtype or x.dtype)
    cast = dtype != x.dtype
    rank = x.ndim
    axes = {axis % rank for axis in axes}
    perm = order([x])
    # (extent, operand's stride, is it reduced), outermost first; ones vanish, neighbours of one kind merge
    merged = []
    for axis in perm:
        extent, stride, reduced = x.shape[axis], x.strides[axis], axis in axes
        if extent == 1:
            continue
        if merged and merged[-1][2] == reduced and (merged[-1][1] == stride * extent or temporary):
            merged[-1] = (merged[-1][0] * extent, stride, reduced)
        else:
            merged.append((extent, stride, reduced))
    inner = list(itertools.takewhile(lambda axis: axis[2], reversed(merged)))
    values = x.transpose(perm)
    kept = [k for k, axis in enumerate(perm) if axis not in axes]
    out_shape = [x.shape[axis] for axis in range(rank) if axis not in axes]
    out = np.full([values.shape[k] for k in kept], initial, dtype)
    if x.size:
        run, plane = run_length([axis[0] for axis in inner], cast) if inner else (1, 1)
        flat, places = values.ravel().astype(dtype), list(np.ndindex(*values.shape))
        at = 0
        while at < len(flat):
            n = min(run, plane - at % plane)
            where = tuple(places[at][k] for k in kept)
            out[where] = out[where] + (pairwise(flat[at : at + n]) if inner else flat[at])
            at += n
    original = [perm[k] for k in kept]
    return out.transpose(np.argsort(original)).reshape(out_shape) if original else out.reshape(out_shape)


def data(rng, shape, dtype):
    if np.dtype(dtype).kind == "f":
        return (rng.standard_normal(shape) * 10.0 ** rng.integers(-3, 4, shape)).astype(dtype)
    return rng.integers(-(2**61), 2**61, shape).astype(dtype)


def random_view(rng, dtype, limit):
    """A random strided, transposed, reversed view."""
    rank = int(rng.integers(1, 5))
    size = float(rng.integers(1, limit)) ** (1 / rank)
    shape = [int(max(1, size * 4.0 ** rng.uniform(-1.5, 1.5))) for _ in range(rank)]
    for k in range(rank):
        if rng.random() < 0.12:
            shape[k] = 1
    if rng.random() < 0.02:
        shape[int(rng.integers(rank))] = 0
    while np.prod(shape) > 4 * limit:
        shape[int(np.argmax(shape))] //= 2
    plain = rng.random() < 0.3
    cut = [slice(None)] * rank
    base = list(shape)
    for k in range(rank):
        kind = 0 if plain else rng.integers(5)
        if kind == 1:
            base[k], cut[k] = shape[k] + 2, slice(1, -1)
        elif kind == 2:
            base[k], cut[k] = shape[k] * 2, slice(None, None, 2)
        elif kind == 3:
            cut[k] = slice(None, None, -1)
    x = data(rng, base, dtype)
    if rng.random() < 0.3:
        x = np.asfortranarray(x)
    x = x[tuple(cut)]
    if rng.random() < 0.4:
        x = x.transpose(rng.permutation(rank))
    return x


def random_axes(rng, rank):
    if rng.random() < 0.35:
        return tuple(range(rank))
    return tuple(int(k) for k in np.flatnonzero(rng.random(rank) < 0.5)) or (int(rng.integers(rank)),)


def same(a, b):
    a, b = np.asarray(a), np.asarray(b)
    return a.shape == b.shape and a.dtype == b.dtype and a.tobytes() == b.tobytes()


def check(rounds, seed=0, limit=40000):
    rng = np.random.default_rng(seed)
    wrong, counts = 0, {}
    for _ in range(rounds):
        source, target = [(np.float64, None), (np.float32, None), (np.int64, np.float64), (np.float32, np.float64), (np.int16, np.float32)][
            int(rng.choice(5, p=[0.5, 0.15, 0.15, 0.1, 0.1]))
        ]
        x = random_view(rng, source, limit if rng.random() < 0.3 else 500)
        axes = random_axes(rng, x.ndim)
        initial = float(rng.choice([0.0, 0.0, 0.0, -0.0, 1.5]))
        arguments = {} if initial == 0.0 and not np.signbit(initial) else {"initial": initial}
        fused = target is None and rng.random() < 0.2
        if fused:
            z = (x, np.ascontiguousarray(x), np.asfortranarray(x), np.broadcast_to(x[..., :1], x.shape))[int(rng.integers(4))]
            theirs = (x * z).sum(axis=axes, **arguments)
            # the temporary keeps the K order of its operands
            perm = order([x, z])
            y = (x * z).transpose(perm).copy(order="C").transpose(np.argsort(perm))
            ours = model_sum(y, axes, initial=initial, temporary=True)
        else:
            theirs = x.sum(axis=axes, dtype=target, **arguments)
            ours = model_sum(x, axes, target, initial)
        key = (np.dtype(source).name, "cast" if target else "fused" if fused else "plain", "full" if len(axes) == x.ndim else "partial")
        good, all_ = counts.get(key, (0, 0))
        ok = same(theirs, ours)
        counts[key] = (good + ok, all_ + 1)
        if not ok:
            wrong += 1
            if wrong < 10:
                print("differs:", key, x.shape, x.strides, axes, initial)
    for key, (good, all_) in sorted(counts.items()):
        print(f"{' '.join(key):28} {good} of {all_} bit-identical")
    return wrong


if __name__ == "__main__":
    raise SystemExit(1 if check(int(sys.argv[1]) if len(sys.argv) > 1 else 600) else 0)
