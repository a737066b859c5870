# A name may be one string or another.


def sign(x):
    if x < 0:
        word = "negative"
    elif x > 0:
        word = "positive"
    else:
        word = "zero"
    return word


def chosen(x):
    return "a" if x else "bc"


def loop(n):
    s = ""
    for i in range(n):
        s = "odd" if i % 2 else "even"
    return s


def in_tuple(x):
    if x:
        pair = ("a", 1)
    else:
        pair = ("b", 2)
    return pair


def same(x):
    mode = "sum"
    if x:
        mode = "sum"
    return mode


# run: sign(-1.5)
# run: sign(0)
# run: sign(3)
# run: chosen(True)
# run: chosen(0)
# run: loop(0)
# run: loop(3)
# run: in_tuple(True)
# run: in_tuple(False)
# run: same(1)
