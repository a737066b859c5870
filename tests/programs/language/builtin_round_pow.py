# round with digits is exact, pow with a modulus, divmod.
def rounded(x):
    return round(x, 2), round(x, 0), round(x, -2), round(x)


def ints(x):
    return round(x, -1), round(x, 2), round(x, -3), round(x)


def big(x, n):
    return round(x, n)


def numpy(x):
    return round(x, 1), round(x)


def powers(a, b, m):
    return pow(a, b), pow(a, b, m), divmod(a, m)


# run: rounded(2.675)
# run: rounded(1234.5678)
# run: rounded(-0.5)
# run: rounded(2.5)
# run: rounded(1.005)
# run: ints(15)
# run: ints(25)
# run: ints(-1500)
# run: ints(-2500)
# run: ints(0)
# run: big(1e300, 5)
# run: big(0.1, 30)
# run: big(5e-324, 323)
# run: big(25.0, -1)
# run: big(35.5, -1)
# run: big(float("inf"), 3)
# run: numpy(np.float64(2.25))
# run: powers(3, 20, 7)
# run: powers(2, 10, 1)
# raises: ValueError: pow() 3rd argument cannot be 0
# run: powers(2, 10, 0)
