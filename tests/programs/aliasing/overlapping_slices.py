# In-place operators between overlapping slices read everything before they write.


def forward(x):
    x[1:] += x[:-1]


def backward(x):
    x[:-1] += x[1:]


def copy_forward(x):
    x[1:] = x[:-1]


def copy_backward(x):
    x[:-1] = x[1:]


def reverse(x):
    x[:] = x[::-1]


# run: forward(np.arange(5))
# run: forward(np.arange(200.0)[::-2])
# run: backward(np.arange(5))
# run: copy_forward(np.arange(6))
# run: copy_forward(np.arange(100, dtype=np.int8))
# run: copy_backward(np.arange(6.0))
# run: reverse(np.arange(7))
# run: reverse(np.arange(64.0))
# run: reverse(np.zeros(0))
