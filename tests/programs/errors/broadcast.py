# Operands whose shapes do not fit, known at run time only.


def add(x, y):
    return x + y


def multiply_three(x, y, z):
    return x * y * z


def compare(x, y):
    return x < y


# raises: ValueError: operands could not be broadcast together with shapes (3,) (4,)
# run: add(np.ones(3), np.ones(4))
# raises: ValueError: operands could not be broadcast together with shapes (2,3) (2,)
# run: add(np.ones((2, 3)), np.ones(2))
# raises: ValueError: operands could not be broadcast together with shapes (2,3,4) (3,3,4)
# run: add(np.ones((2, 3, 4)), np.ones((3, 3, 4)))
# raises: ValueError: operands could not be broadcast together with shapes (0,) (2,)
# run: add(np.ones(0), np.ones(2))
# raises: ValueError: operands could not be broadcast together with shapes (3,) (2,)
# run: multiply_three(np.ones(3), np.ones(1), np.ones(2))
# raises: ValueError: operands could not be broadcast together with shapes (5,) (4,3)
# run: compare(np.ones(5), np.ones((4, 3)))
# run: add(np.ones(0), np.ones(1))
# run: add(np.ones((3, 1)), np.ones((1, 4)))
