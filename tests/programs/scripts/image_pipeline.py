# An image pipeline: blur, gradients, Otsu's threshold, morphology, connected components by union-find, their boxes.

import math
from collections import namedtuple

import numpy as np

Box = namedtuple("Box", ["top", "left", "bottom", "right"])


def gaussian_kernel(sigma, radius=None):
    """A normalised kernel of one dimension."""
    if radius is None:
        radius = max(1, int(3 * sigma))
    xs = np.arange(-radius, radius + 1)
    kernel = np.array([1.0 / (1.0 + (x / sigma) ** 2) for x in xs])
    return kernel / kernel.sum()


def convolve_rows(image, kernel):
    """Each row with the kernel; the border is repeated."""
    h, w = image.shape
    r = len(kernel) // 2
    out = np.zeros((h, w))
    for i in range(h):
        for j in range(w):
            total = 0.0
            for k, weight in enumerate(kernel):
                jj = min(max(j + k - r, 0), w - 1)
                total += weight * image[i, jj]
            out[i, j] = total
    return out


def blur(image, sigma=1.0):
    kernel = gaussian_kernel(sigma)
    return convolve_rows(convolve_rows(image, kernel).T, kernel).T


def sobel(image):
    """The magnitude of the gradient."""
    padded = np.zeros((image.shape[0] + 2, image.shape[1] + 2))
    padded[1:-1, 1:-1] = image
    gx = (padded[:-2, 2:] + 2 * padded[1:-1, 2:] + padded[2:, 2:]) - (
        padded[:-2, :-2] + 2 * padded[1:-1, :-2] + padded[2:, :-2]
    )
    gy = (padded[2:, :-2] + 2 * padded[2:, 1:-1] + padded[2:, 2:]) - (
        padded[:-2, :-2] + 2 * padded[:-2, 1:-1] + padded[:-2, 2:]
    )
    return np.sqrt(gx**2 + gy**2)


def histogram(image, bins=32):
    low, high = image.min(), image.max()
    counts = np.zeros(bins, dtype=np.int64)
    if high == low:
        counts[0] = image.size
        return counts
    for value in image.ravel():
        b = int((value - low) / (high - low) * bins)
        counts[min(b, bins - 1)] += 1
    return counts


def otsu(image, bins=32):
    """The threshold with the greatest variance between the classes."""
    counts = histogram(image, bins)
    total = counts.sum()
    weighted = sum([i * int(c) for i, c in enumerate(counts)])
    best, best_bin = -1.0, 0
    w0 = 0
    s0 = 0
    for i in range(bins):
        w0 += counts[i]
        s0 += i * counts[i]
        w1 = total - w0
        if w0 == 0 or w1 == 0:
            continue
        m0 = s0 / w0
        m1 = (weighted - s0) / w1
        between = w0 * w1 * (m0 - m1) ** 2
        if between > best:
            best, best_bin = between, i
    low, high = image.min(), image.max()
    return low + (best_bin + 1) * (high - low) / bins


def dilate(mask):
    out = mask.copy()
    out[1:, :] |= mask[:-1, :]
    out[:-1, :] |= mask[1:, :]
    out[:, 1:] |= mask[:, :-1]
    out[:, :-1] |= mask[:, 1:]
    return out


def erode(mask):
    return ~dilate(~mask)


class UnionFind:
    """Disjoint sets of labels."""

    def __init__(self):
        self.parent = []
        self.rank = []

    def __len__(self):
        return len(self.parent)

    def make(self):
        self.parent.append(len(self.parent))
        self.rank.append(0)
        return len(self.parent) - 1

    def find(self, x):
        while self.parent[x] != x:
            self.parent[x] = self.parent[self.parent[x]]
            x = self.parent[x]
        return x

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b:
            return a
        if self.rank[a] < self.rank[b]:
            a, b = b, a
        self.parent[b] = a
        if self.rank[a] == self.rank[b]:
            self.rank[a] += 1
        return a


def label(mask):
    """Labels of 4-connected components from 1 on, in the order of their first pixel; and how many there are."""
    h, w = mask.shape
    labels = np.full((h, w), -1, dtype=np.int64)
    sets = UnionFind()
    for i in range(h):
        for j in range(w):
            if not mask[i, j]:
                continue
            neighbours = []
            if i > 0 and mask[i - 1, j]:
                neighbours.append(labels[i - 1, j])
            if j > 0 and mask[i, j - 1]:
                neighbours.append(labels[i, j - 1])
            if not neighbours:
                labels[i, j] = sets.make()
            else:
                labels[i, j] = min(neighbours)
                for other in neighbours[1:]:
                    sets.union(neighbours[0], other)
    names = {}
    out = np.zeros_like(labels)
    for i in range(h):
        for j in range(w):
            if labels[i, j] >= 0:
                root = sets.find(labels[i, j])
                if root not in names:
                    names[root] = len(names) + 1
                out[i, j] = names[root]
    return out, len(names)


def boxes(labels, count):
    """The bounding box of each component."""
    found = {}
    for i, row in enumerate(labels):
        for j, k in enumerate(row):
            if k == 0:
                continue
            k = int(k)
            if k in found:
                b = found[k]
                found[k] = Box(min(b.top, i), min(b.left, j), max(b.bottom, i), max(b.right, j))
            else:
                found[k] = Box(i, j, i, j)
    return [found[k] for k in range(1, count + 1)]


def disks(n, centres):
    """A test image: bright disks on a slope."""
    y, x = np.arange(n)[:, None], np.arange(n)[None, :]
    image = 0.1 * (x + y) / n
    for cy, cx, r in centres:
        image = np.where((y - cy) ** 2 + (x - cx) ** 2 <= r * r, 1.0 + 0.05 * r, image)
    return image


SCENE = ((5, 6, 3), (14, 20, 4), (22, 8, 5), (22, 14, 2))


def segment(n, sigma):
    image = blur(disks(n, SCENE), sigma)
    mask = image > otsu(image)
    labels, count = label(mask)
    areas = np.zeros(count, dtype=np.int64)
    for k in labels[labels > 0]:
        areas[k - 1] += 1
    return labels, count, areas


def box_table(n):
    image = disks(n, SCENE)
    labels, count = label(dilate(erode(image > otsu(image))))
    return np.array([(b.top, b.left, b.bottom, b.right) for b in boxes(labels, count)])


def edges(n):
    gradient = sobel(disks(n, SCENE))
    return gradient.max(), int((gradient > 1.0).sum()), gradient.mean()


def components(mask):
    return label(mask)


def flat(n):
    return otsu(np.full((n, n), 2.5)), histogram(np.zeros((2, 3)), bins=4)


# run: segment(32, 1.0)
# run: box_table(32)
# run: edges(32)
# run: components(np.array([[1, 0, 1, 1], [1, 1, 0, 1], [0, 1, 1, 1], [1, 0, 0, 0]], bool))
# run: components(np.zeros((0, 4), bool))
# run: m = np.arange(63).reshape(7, 9) % 5 < 3; components(m[::-1, ::2])
# run: flat(4)
