# A uint64 beyond 2^63 does not fit into our Python int.


def to_int(x):
    return int(x)


# run: to_int(np.uint64(2**63 - 1))
# differs: a Python int has 64 bits
# raises: OverflowError
# run: to_int(np.uint64(2**63))
# differs: a Python int has 64 bits
# raises: OverflowError
# run: to_int(np.uint64(2**64 - 1))
