# Default values that are complex, and keyword arguments.


def shifted(z, by=1 - 2j, times=2):
    return (z + by) * times


def caller(z):
    return shifted(z), shifted(z, times=1j), shifted(by=z, z=3)


# run: shifted(1j)
# run: shifted(1j, 0.5)
# run: shifted(1j, times=2j)
# run: shifted(2, 1j, 3)
# run: caller(1 + 1j)
