# Subscripts of every kind, for loads and stores, with overlap.
import numpy as np


def reshape_noncontig(x):
    return x.T.reshape(6)


def bool_mask_2d(x):
    return x[x>0]


def maskset(x):
    x[x > 1] = 0
    return x


def maskset2(x):
    x[x > 1] = 0
    return x


def fancyset(x, i):
    x[i] = 7.0
    return x


def fancy2(x, i):
    return x[i, i]


def ellipsis(x):
    return x[...,0]


def neg_step(x):
    return x[::-1]


def of_0_d_array_idx(x):
    return x[()]


def np_where_1arg(x):
    return np.where(x>0)[0]


def oob(x):
    return x[3]


def neg_oob(x):
    return x[-4]


def alias(x):
    x[1:] = x[:-1]
    return x


def alias2(x):
    x[1:] += x[:-1]
    return x


def alias3(x):
    np.add(x[1:], x[:-1], x[1:])
    return x


# probe: reshape noncontig
# run: reshape_noncontig(np.arange(6.).reshape(2,3))

# probe: bool mask 2d
# run: bool_mask_2d(np.ones((2,3)))

# probe: x[x>1]=0
# run: maskset(np.arange(4.))

# probe: 2d x[x>1]=0
# run: maskset2(np.arange(6.).reshape(2,3))

# probe: x[idx]=7
# run: fancyset(np.arange(4.), np.array([0,2]))

# probe: x[i,j] arrays
# run: fancy2(np.arange(9.).reshape(3,3), np.array([0,2]))

# probe: ellipsis
# run: ellipsis(np.ones((2,3)))

# probe: neg step
# run: neg_step(np.arange(3))

# probe: 0-d array idx
# run: of_0_d_array_idx(np.array(3.5))

# probe: np.where 1arg
# run: np_where_1arg(np.array([1,0,2]))

# probe: oob read
# raises: IndexError
# run: oob(np.arange(3)*0+5)

# probe: neg oob
# raises: IndexError
# run: neg_oob(np.arange(3)*0+5)

# probe: overlap slice assign
# run: alias(np.arange(5))

# probe: overlap iadd
# run: alias2(np.arange(5))

# probe: overlap ufunc out
# run: alias3(np.arange(5))
