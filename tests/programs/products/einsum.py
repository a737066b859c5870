# einsum with static subscripts.
# rtol: 1e-12
import numpy as np


def one(x):
    return np.einsum("ij->i", x), np.einsum("ij->ji", x), np.einsum("ij->", x), np.einsum("ij", x)


def square(x):
    return np.einsum("ii", x), np.einsum("ii->i", x), np.einsum("ji,ij->i", x, x)


def two(a, b):
    return np.einsum("ij,jk->ik", a, b), np.einsum("ij,jk", a, b), np.einsum("ij,kl->ijkl", a, b)


def vectors(v, w):
    return np.einsum("i,i->", v, w), np.einsum("i,j->ij", v, w), np.einsum("i , i", v, w)


def three(a, v):
    return np.einsum("i,ij,j->", v, a, v), np.einsum("bi,bj->bij", a, a)


# run: one(np.arange(6.).reshape(2, 3))
# run: one(np.arange(6).reshape(3, 2).T)
# run: one(np.zeros((0, 2)))
# run: square(np.arange(9).reshape(3, 3))
# run: two(np.arange(6.).reshape(2, 3), np.arange(12.).reshape(3, 4))
# run: vectors(np.arange(3), np.array([1.5, 2.5, 3.5])[::-1])
# run: three(np.arange(9.).reshape(3, 3), np.array([1., 2., 3.]))
# run: one(np.array([[100, 100]], dtype=np.int8))
