# Strings go into functions and come out of them.


def greet(name, greeting="Hello"):
    return greeting + ", " + name + "!"


def twice(f, s):
    return f(f(s))


def shout(s):
    return s.upper() + "!"


def hello(name):
    return greet(name), greet(name, "Hi"), greet(greeting="Ho", name=name)


def shouted(s):
    return twice(shout, s), twice(lambda t: t + t, s)


def count_down(n):
    if n == 0:
        return "end"
    return str(n) + " " + count_down(n - 1)


def swap(a, b):
    a, b = b, a
    return a, b


# run: hello("Ada")
# run: greet("x")
# run: shouted("ab")
# run: count_down(5)
# run: swap("a", "日本")
