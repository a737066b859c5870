# Branches that return, and branches that assign.


def sign(x):
    if x > 0:
        return 1
    elif x < 0:
        return -1
    else:
        return 0


def grade(points):
    if points >= 90:
        result = 1
    elif points >= 75:
        result = 2
    elif points >= 50:
        result = 3
    else:
        result = 6
    return result


def nested(x, y):
    if x > 0:
        if y > 0:
            q = 1
        else:
            q = 4
    else:
        if y > 0:
            q = 2
        else:
            q = 3
    return q


# run: sign(5)
# run: sign(-2.5)
# run: sign(0)
# run: sign(math.nan)
# run: grade(95)
# run: grade(75)
# run: grade(74.9)
# run: grade(-1)
# run: nested(1, -1)
# run: nested(-1, 1)
# run: nested(0, 0)
