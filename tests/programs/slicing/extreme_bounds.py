# Bounds far outside of the array are clipped, also at the limits of 64 bits.


def part(x, i, j):
    return x[i:j]


def stepped(x, i, j, k):
    return x[i:j:k]


# run: part(np.arange(5), -9223372036854775808, 9223372036854775807)
# run: part(np.arange(5), 9223372036854775807, -9223372036854775808)
# run: part(np.arange(5), -9223372036854775807, 2)
# run: stepped(np.arange(5), 9223372036854775807, -9223372036854775808, -1)
# run: stepped(np.arange(5), -9223372036854775808, 9223372036854775807, 9223372036854775807)
# run: stepped(np.arange(5), 4, 0, -9223372036854775808)
