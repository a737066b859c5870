# `round` of a float to an int goes to even at halves.


def nearest(x):
    return round(x)


# run: nearest(0.5)
# run: nearest(1.5)
# run: nearest(2.5)
# run: nearest(-0.5)
# run: nearest(-1.5)
# run: nearest(2.4999999999999996)
# run: nearest(4503599627370497.5)
# run: nearest(7)
# raises: ValueError: cannot convert float NaN to integer
# run: nearest(math.nan)
