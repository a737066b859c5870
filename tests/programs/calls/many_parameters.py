# A function with many parameters of many types.


def weigh(a, b, c, d, e, f, g, h, i, j, k, m):
    return a + 2 * b - c * d + e / f + (g % h) * i - j // k + m


# run: weigh(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
# run: weigh(1.5, 2, 3.5, 4, 5.5, 6, 7.5, 8, 9.5, 10, 11.5, 12)
# run: weigh(np.int8(1), 2, np.float32(3.5), 4, True, 6, np.uint8(7), 8, np.int64(9), 10, np.float64(11), 12)
