# Ranges that end at the limits of 64 bits stop there and do not wrap around.


def up(a, b, c):
    count = 0
    last = 0
    for i in range(a, b, c):
        count += 1
        last = i
    return count, last


# run: up(9223372036854775800, 9223372036854775807, 5)
# run: up(-9223372036854775800, -9223372036854775808, -3)
# run: up(-9223372036854775808, 9223372036854775807, 4611686018427387904)
# run: up(9223372036854775807, -9223372036854775808, -4611686018427387904)
# run: up(0, 5, 9223372036854775807)
# run: up(0, -5, -9223372036854775808)
