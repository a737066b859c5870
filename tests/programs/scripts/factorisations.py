# Matrix factorisations by hand: LU with pivoting, Cholesky, QR by Householder, power and QR iteration, least squares.
# rtol: 1e-9

import math

import numpy as np


class LinAlgError(Exception):
    """Raised for singular or indefinite matrices."""


def lu(A):
    """PA = LU; returns the packed matrix, the rows' order and the sign of the permutation."""
    LU = np.array(A, dtype=float)
    n = LU.shape[0]
    if LU.ndim != 2 or n != LU.shape[1]:
        raise LinAlgError("the matrix must be square")
    order = list(range(n))
    sign = 1
    for k in range(n):
        p = k
        for i in range(k + 1, n):
            if abs(LU[i, k]) > abs(LU[p, k]):
                p = i
        if LU[p, k] == 0.0:
            raise LinAlgError("the matrix is singular")
        if p != k:
            LU[[k, p]] = LU[[p, k]]
            order[k], order[p] = order[p], order[k]
            sign = -sign
        for i in range(k + 1, n):
            LU[i, k] /= LU[k, k]
            LU[i, k + 1 :] -= LU[i, k] * LU[k, k + 1 :]
    return LU, order, sign


def forward(L, b, unit=False):
    x = b.copy()
    for i in range(len(b)):
        for j in range(i):
            x[i] -= L[i, j] * x[j]
        if not unit:
            x[i] /= L[i, i]
    return x


def backward(U, b):
    x = np.zeros(len(b))
    for i in range(len(b) - 1, -1, -1):
        s = b[i]
        for j in range(i + 1, len(b)):
            s -= U[i, j] * x[j]
        x[i] = s / U[i, i]
    return x


def solve(A, b):
    LU, order, _ = lu(A)
    return backward(LU, forward(LU, np.array([b[i] for i in order], dtype=np.float64), unit=True))


def det(A):
    try:
        LU, _, sign = lu(A)
    except LinAlgError:
        return 0.0
    result = float(sign)
    for i in range(len(LU)):
        result *= LU[i, i]
    return result


def inverse(A):
    n = len(A)
    return np.array([solve(A, row) for row in np.eye(n)]).T


def cholesky(A):
    n = A.shape[0]
    L = np.zeros((n, n))
    for i in range(n):
        for j in range(i + 1):
            s = A[i, j] - sum(L[i, k] * L[j, k] for k in range(j))
            if i == j:
                if s <= 0:
                    raise LinAlgError("the matrix is not positive definite")
                L[i, i] = math.sqrt(s)
            else:
                L[i, j] = s / L[j, j]
    return L


def householder(A):
    """QR by reflections."""
    m, n = A.shape
    R = A.astype(float)
    Q = np.eye(m)
    for k in range(min(m - 1, n)):
        x = R[k:, k]
        norm = math.sqrt((x**2).sum())
        if norm == 0:
            continue
        v = x.copy()
        v[0] += math.copysign(norm, x[0])
        v /= math.sqrt((v * v).sum())
        R[k:, :] -= 2.0 * np.outer(v, v @ R[k:, :])
        Q[:, k:] -= 2.0 * np.outer(Q[:, k:] @ v, v)
    return Q, R


def least_squares(x, y, degree=2):
    A = np.array([[t**k for k in range(degree + 1)] for t in x])
    Q, R = householder(A)
    n = degree + 1
    return backward(R[:n, :n], (Q.T @ y)[:n])


def power_iteration(A, tol=1e-12, max_iter=500):
    """The greatest eigenvalue and how long it took."""
    v = np.ones(A.shape[0])
    value = 0.0
    for iteration in range(1, max_iter + 1):
        w = A @ v
        new = float(np.dot(v, w) / np.dot(v, v))
        v = w / np.sqrt(np.sum(w**2))
        if abs(new - value) <= tol * abs(new):
            return new, iteration
        value = new
    else:
        raise LinAlgError("no convergence")


def eigenvalues(A, iterations=60):
    """QR iteration for symmetric matrices; eigenvalues in falling order."""
    B = A.copy()
    for _ in range(iterations):
        Q, R = householder(B)
        B = R @ Q
    return np.array(sorted([B[i, i] for i in range(len(B))], reverse=True))


def hilbert(n):
    return np.array([[1 / (i + j + 1) for j in range(n)] for i in range(n)])


def largest(n):
    return power_iteration(hilbert(n))


def residual(n):
    A = hilbert(n) + np.eye(n)
    b = np.arange(1.0, n + 1)
    x = solve(A, b)
    return np.abs(A @ x - b).max() < 1e-12


def reconstruct(A):
    Q, R = householder(A)
    return bool(np.allclose(Q @ R, A)), np.abs(Q.T @ Q - np.eye(len(Q))).max() < 1e-14


# run: solve(np.array([[0.0, 2.0], [3.0, 4.0]]), np.array([2.0, 5.0]))
# run: solve([[2, 1], [1, 3]], [3, 5])
# run: det(np.array([[2, 0, 1], [1, 3, 2], [1, 1, 4]]))
# run: det(np.ones((3, 3)))
# run: inverse(np.array([[4.0, 7.0], [2.0, 6.0]]))
# run: cholesky(np.array([[4.0, 2.0, 0.5], [2.0, 5.0, 1.0], [0.5, 1.0, 3.0]]))
# raises: LinAlgError: the matrix is not positive definite
# run: cholesky(np.array([[1.0, 2.0], [2.0, 1.0]]))
# raises: LinAlgError: the matrix is singular
# run: solve(np.zeros((2, 2)), np.ones(2))
# run: least_squares(np.arange(6.0), np.arange(6.0) ** 2 - 3)
# run: least_squares(np.linspace(0, 1, 9)[::2], np.linspace(1, 0, 5), degree=1)
# run: largest(4)
# run: eigenvalues(np.array([[2.0, -1.0, 0.0], [-1.0, 2.0, -1.0], [0.0, -1.0, 2.0]]))
# run: residual(8)
# run: reconstruct(np.arange(12.0).reshape(4, 3) % 5)
