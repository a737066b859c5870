# Messages with values in them, and what strings raise.
import numpy as np


def told(n):
    if n > 2:
        raise ValueError(f"n is {n}")
    return n


# raises: ValueError
# run: told(3)
# raises: ValueError
# run: told(123456789)


def told_float(x):
    raise RuntimeError(f"x = {x:.3f}, twice {2 * x}")


# raises: RuntimeError
# run: told_float(0.1)
# raises: RuntimeError
# run: told_float(1e22)
# raises: RuntimeError
# run: told_float(float("nan"))


def told_joined(a, b):
    message = "a" + str(a)
    if a > b:
        message += " exceeds " + str(b)
    raise ArithmeticError(message)


# raises: ArithmeticError
# run: told_joined(2, 1)
# raises: ArithmeticError
# run: told_joined(1, 2)


def told_percent(a, b):
    raise ValueError("%d of %5.1f" % (a, b))


# raises: ValueError
# run: told_percent(3, 2.25)


def told_repr(s):
    raise LookupError(f"no {s!r} here")


# raises: LookupError
# run: told_repr("it's")
# raises: LookupError
# run: told_repr("plain")


def key_of_text(s):
    raise KeyError(s)


# raises: KeyError
# run: key_of_text("name")


def key_of_number(n):
    raise KeyError(n)


# raises: KeyError
# run: key_of_number(17)


def several(n):
    raise ValueError("bad", n)


# raises: ValueError
# run: several(3)


def number(n):
    raise ValueError(n)


# raises: ValueError
# run: number(3)


def asserted(n):
    assert n > 2, f"only {n}"
    return n


# raises: AssertionError
# run: asserted(1)


def to_int(s):
    return int(s)


# raises: ValueError
# run: to_int("x1")
# raises: ValueError
# run: to_int("")
# raises: ValueError
# run: to_int("1.5")


def to_float(s):
    return float(s)


# raises: ValueError
# run: to_float("abc")


def letter(s, i):
    return s[i]


# raises: IndexError
# run: letter("abc", 3)
# raises: IndexError
# run: letter("", 0)


def place(s, t):
    return s.index(t)


# raises: ValueError
# run: place("abc", "d")


def character(n):
    return chr(n)


# raises: ValueError
# run: character(-1)
# raises: ValueError
# run: character(0x110000)


def from_caught(x, i):
    try:
        return x[i]
    except IndexError as e:
        raise ValueError(f"cannot read: {e}") from e


# raises: ValueError
# run: from_caught(np.arange(3), 7)


def named(x, i):
    try:
        return x[i]
    except IndexError as e:
        raise RuntimeError(type(e).__name__ + " at " + str(i))


# raises: RuntimeError
# run: named(np.arange(3), 7)


def collected(x, n):
    failures = []
    for k in range(n):
        try:
            x[k] = k
        except IndexError as e:
            failures.append(str(e))
    if len(failures) > 0:
        raise ValueError(failures[0] + "; " + failures[1])
    return n


# run: collected(np.arange(3), 2)
# raises: ValueError
# run: collected(np.arange(3), 5)


class Account:
    def __init__(self, balance: float):
        self.balance = balance

    def pay(self, amount):
        if amount > self.balance:
            raise ValueError(f"{amount} is more than {self.balance}")
        self.balance -= amount
        return self.balance


def method(a, b):
    account = Account(10.0)
    account.pay(a)
    return account.pay(b)


# run: method(1.0, 2.0)
# raises: ValueError
# run: method(1.0, 9.5)


def dictionary(n):
    ages = {"ann": 30, "bob": 40}
    name = "ann" if n > 0 else "carl"
    return ages[name]


# run: dictionary(1)
# raises: KeyError
# run: dictionary(0)


class Empty(LookupError):
    pass


def own(n):
    if n == 0:
        raise Empty("nothing")
    raise Empty(f"{n} times")


# raises: Empty
# run: own(0)
# raises: Empty
# run: own(2)
