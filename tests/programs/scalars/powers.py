# `**` of Python numbers: int to the power of an int is an int.


def power(x, y):
    return x**y


def square(x):
    return x**2


def cube(x):
    return x**3


def reciprocal(x):
    return x**-1


# ulp: 2
# run: power(2, 10)
# run: power(-3, 5)
# run: power(0, 0)
# run: power(7, 22)
# run: power(2.0, 0.5)
# run: power(2.0, 3)
# run: power(0.0, 0)
# run: power(-8.0, 3.0)
# run: square(-1.5)
# run: square(3037000499)
# run: cube(-12)
# run: reciprocal(4)
# run: reciprocal(0.5)
