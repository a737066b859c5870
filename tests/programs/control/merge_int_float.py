# Where an int and a float meet, the variable is a float on both paths.


def pick(n):
    if n > 0:
        x = 1
    else:
        x = 2.5
    return x


def half_until_small(x):
    while x > 10:
        x = x / 2
    return x


# differs: the paths merge into a float
# expect: 1.0
# run: pick(1)
# run: pick(0)
# run: half_until_small(100)
# differs: the paths merge into a float
# expect: 5.0
# run: half_until_small(5)
