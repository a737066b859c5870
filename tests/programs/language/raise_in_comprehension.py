# Exceptions inside comprehensions and closures; what was built is given up.


def build(xs):
    return [10 // x for x in xs]


def look(d, keys):
    return [d[k] for k in keys]


def check(xs):
    def positive(x):
        if x < 0:
            raise ValueError("negative")
        return x

    return sum([positive(x) for x in xs])


# run: build([1, 2, 5])
# differs: comprehensions have no frame of their own, as in Python 3.12
# raises: ZeroDivisionError
# run: build([1, 0])
# run: look({1: 5, 2: 6}, [2, 1])
# differs: comprehensions have no frame of their own, as in Python 3.12
# raises: KeyError
# run: look({1: 5}, [1, 3])
# run: check([1, 2])
# differs: comprehensions have no frame of their own, as in Python 3.12
# raises: ValueError: negative
# run: check([1, -2])
