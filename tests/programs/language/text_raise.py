# Messages of exceptions are made at run time.


def check(x, low):
    if x < low:
        raise ValueError(f"{x} is below {low:.1f}")
    return x


def key(k):
    raise KeyError(k)


def several(a, b):
    raise RuntimeError(a, b)


def number(n):
    raise IndexError(n)


def asserted(x):
    assert x > 0, f"x is {x}, not positive"
    return x


def asserted_value(x):
    assert x > 0, x
    return x


def nested(s):
    if len(s) > 3:
        raise TypeError("too long: " + s)
    return check(float(s), 1.5)


def braces(s):
    raise ValueError("{" + s + "} {0}")


# run: check(3, 1.0)
# raises: ValueError: 0.5 is below 1.0
# run: check(0.5, 1.0)
# raises: KeyError: 'a b'
# run: key("a b")
# raises: KeyError: 3
# run: key(3)
# raises: KeyError: "it's"
# run: key("it's")
# raises: RuntimeError: ('a', 2)
# run: several("a", 2)
# raises: IndexError: 7
# run: number(7)
# run: asserted(1)
# raises: AssertionError: x is -2, not positive
# run: asserted(-2)
# raises: AssertionError: -2
# run: asserted_value(-2)
# raises: TypeError: too long: häßlich
# run: nested("häßlich")
# raises: ValueError: 1.0 is below 1.5
# run: nested("1")
# raises: ValueError: {日} {0}
# run: braces("日")
