# Sparse matrices in CSR form: built from triplets, products, conjugate gradients, Jacobi, Gauss-Seidel.

from dataclasses import dataclass

import numpy as np


class ConvergenceError(RuntimeError):
    pass


class Triplets:
    """Collects entries; equal places are added up."""

    def __init__(self, n_rows, n_cols):
        self.shape = (n_rows, n_cols)
        self.entries = {}

    def add(self, i, j, value):
        n_rows, n_cols = self.shape
        if not (0 <= i < n_rows and 0 <= j < n_cols):
            raise IndexError("entry outside the matrix")
        key = (i, j)
        if key in self.entries:
            self.entries[key] += value
        else:
            self.entries[key] = value

    def to_csr(self):
        n_rows, n_cols = self.shape
        rows = [[] for _ in range(n_rows)]
        for (i, j), value in self.entries.items():
            if value != 0:
                rows[i].append((j, value))
        indptr = [0]
        indices = []
        data = []
        for row in rows:
            row.sort(key=lambda entry: entry[0])
            for j, value in row:
                indices.append(j)
                data.append(value)
            indptr.append(len(indices))
        return CSR(np.array(indptr), np.array(indices, dtype=np.int64), np.array(data, dtype=np.float64), self.shape)


@dataclass
class CSR:
    indptr: np.ndarray
    indices: np.ndarray
    data: np.ndarray
    shape: tuple

    @property
    def nnz(self):
        return len(self.data)

    def row(self, i):
        start, stop = self.indptr[i], self.indptr[i + 1]
        return self.indices[start:stop], self.data[start:stop]

    def __matmul__(self, x):
        y = np.zeros(self.shape[0])
        for i in range(self.shape[0]):
            total = 0.0
            for k in range(self.indptr[i], self.indptr[i + 1]):
                total += self.data[k] * x[self.indices[k]]
            y[i] = total
        return y

    def diagonal(self):
        d = np.zeros(self.shape[0])
        for i in range(self.shape[0]):
            cols, vals = self.row(i)
            for j, v in zip(cols, vals):
                if i == j:
                    d[i] = v
        return d

    def transpose(self):
        t = Triplets(self.shape[1], self.shape[0])
        for i in range(self.shape[0]):
            cols, vals = self.row(i)
            for j, v in zip(cols, vals):
                t.add(int(j), i, float(v))
        return t.to_csr()

    def to_dense(self):
        dense = np.zeros(self.shape)
        for i in range(self.shape[0]):
            for k in range(self.indptr[i], self.indptr[i + 1]):
                dense[i, self.indices[k]] = self.data[k]
        return dense


def laplacian(n):
    """The five-point Laplacian on an n by n grid."""
    t = Triplets(n * n, n * n)
    for i in range(n):
        for j in range(n):
            k = i * n + j
            t.add(k, k, 4.0)
            for di, dj in ((0, 1), (1, 0), (0, -1), (-1, 0)):
                ii, jj = i + di, j + dj
                if 0 <= ii < n and 0 <= jj < n:
                    t.add(k, ii * n + jj, -1.0)
    return t.to_csr()


def norm(x):
    return np.sqrt(np.sum(x * x))


def conjugate_gradients(A, b, x0=None, tol=1e-10, max_iter=1000, callback=None):
    """Returns the solution and the residuals' norms."""
    x = np.zeros(len(b)) if x0 is None else x0.copy()
    r = b - A @ x
    p = r.copy()
    rs = np.sum(r * r)
    residuals = [np.sqrt(rs)]
    for iteration in range(max_iter):
        if residuals[-1] <= tol:
            return x, residuals
        Ap = A @ p
        alpha = rs / np.sum(p * Ap)
        x += alpha * p
        r -= alpha * Ap
        rs_new = np.sum(r * r)
        residuals.append(np.sqrt(rs_new))
        if callback is not None:
            callback(iteration, x)
        p = r + (rs_new / rs) * p
        rs = rs_new
    raise ConvergenceError("no convergence")


def jacobi(A, b, iterations):
    d = A.diagonal()
    if np.any(d == 0):
        raise ZeroDivisionError("a zero on the diagonal")
    x = np.zeros_like(b)
    for _ in range(iterations):
        x = x + (b - A @ x) / d
    return x


def gauss_seidel(A, b, iterations=10, omega=1.0):
    x = np.zeros(len(b))
    for _ in range(iterations):
        for i in range(len(b)):
            cols, vals = A.row(i)
            total = b[i]
            d = 1.0
            for j, v in zip(cols, vals):
                if j == i:
                    d = v
                else:
                    total -= v * x[j]
            x[i] += omega * (total / d - x[i])
    return x


def poisson(n, b=1.0):
    A = laplacian(n)
    x, residuals = conjugate_gradients(A, np.full(n * n, b))
    return x.reshape(n, n), len(residuals), A.nnz


def convergence(n, iterations):
    """Residuals of three methods after as many iterations."""
    A = laplacian(n)
    b = np.ones(n * n)
    result = {}
    for name, x in (
        ("jacobi", jacobi(A, b, iterations)),
        ("gauss-seidel", gauss_seidel(A, b, iterations)),
        ("sor", gauss_seidel(A, b, iterations, omega=1.5)),
    ):
        result[name] = norm(b - A @ x)
    return result["jacobi"], result["gauss-seidel"], result["sor"]


def watched(n):
    A = laplacian(n)
    seen = []
    conjugate_gradients(A, np.ones(n * n), tol=1e-3, callback=lambda k, x: seen.append((k, float(x[0]))))
    return np.array([first for _, first in seen])


def give_up(n, limit):
    try:
        conjugate_gradients(laplacian(n), np.arange(n * n) + 1.0, max_iter=limit)
    except ConvergenceError:
        return True
    return False


def transposed():
    t = Triplets(2, 3)
    for i, j, v in [(0, 2, 1.5), (1, 0, -2.0), (0, 2, 0.5), (1, 1, 4.0)]:
        t.add(i, j, v)
    A = t.to_csr()
    return A.to_dense(), A.transpose().to_dense(), A.nnz


def outside():
    Triplets(2, 2).add(2, 0, 1.0)


def singular():
    t = Triplets(2, 2)
    t.add(0, 1, 1.0)
    return jacobi(t.to_csr(), np.ones(2), 3)


# run: poisson(6)
# run: poisson(1, 2.0)
# run: convergence(5, 12)
# run: watched(4)
# run: give_up(5, 3)
# run: give_up(5, 100)
# run: transposed()
# raises: IndexError: entry outside the matrix
# run: outside()
# raises: ZeroDivisionError: a zero on the diagonal
# run: singular()
