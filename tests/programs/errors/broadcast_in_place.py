# In-place operators: the result must fit into the target.


def add_to(x, y):
    x += y


def add_to_part(x, y):
    x[1:] += y


# raises: ValueError: operands could not be broadcast together with shapes (3,) (4,) (3,)
# run: add_to(np.ones(3), np.ones(4))
# raises: ValueError: non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)
# run: add_to(np.ones(3), np.ones((2, 3)))
# raises: ValueError: non-broadcastable output operand with shape (1,) doesn't match the broadcast shape (4,)
# run: add_to(np.ones(1), np.ones(4))
# raises: ValueError: operands could not be broadcast together with shapes (3,) (4,) (3,)
# run: add_to_part(np.ones(4), np.ones(4))
# run: add_to(np.ones((2, 3)), np.ones(3))
# run: add_to_part(np.ones(4), np.ones(1))
