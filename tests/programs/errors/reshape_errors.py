# Shapes that do not fit the number of elements.
import numpy as np


def shaped(x, n, m):
    return x.reshape(n, m)


def function(x, n):
    return np.reshape(x, (n, 3))


# raises: ValueError: cannot reshape array of size 6 into shape (4,2)
# run: shaped(np.arange(6), 4, 2)
# raises: ValueError: cannot reshape array of size 6 into shape (4,newaxis)
# run: shaped(np.arange(6), 4, -1)
# raises: ValueError: can only specify one unknown dimension
# run: shaped(np.arange(6), -1, -1)
# raises: ValueError: cannot reshape array of size 0 into shape (2,3)
# run: function(np.zeros(0), 2)
# raises: ValueError: cannot reshape array of size 6 into shape (0,newaxis)
# run: shaped(np.arange(6), 0, -1)
# run: shaped(np.arange(6), 3, -1)
# run: function(np.arange(6), -1)
# run: shaped(np.zeros(0), 0, 5)
# raises: ValueError: cannot reshape array of size 12 into shape (5)
# run: shaped(np.arange(12), -1, 5)
