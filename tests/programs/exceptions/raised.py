# `raise`, `assert` and unbound names, in every place.
import math


def plain(n):
    if n > 0:
        raise ValueError("positive")
    return n


# raises: ValueError
# run: plain(1)


def without_message(n):
    if n > 0:
        raise ValueError
    return n


# raises: ValueError
# run: without_message(1)


def empty_call(n):
    if n > 0:
        raise RuntimeError()
    return n


# raises: RuntimeError
# run: empty_call(1)


def key(n):
    if n > 0:
        raise KeyError("the key")
    return n


# raises: KeyError
# run: key(1)


def quotes(n):
    if n > 0:
        raise KeyError("it's")
    raise ValueError('say "no" to {braces}')


# raises: KeyError
# run: quotes(1)
# raises: ValueError
# run: quotes(0)


def kinds(n):
    if n == 0:
        raise TypeError("t")
    if n == 1:
        raise NotImplementedError("not yet")
    if n == 2:
        raise ArithmeticError("a")
    if n == 3:
        raise LookupError("l")
    if n == 4:
        raise AttributeError("x")
    if n == 5:
        raise NameError("n")
    if n == 6:
        raise OSError("o")
    if n == 7:
        raise StopIteration("s")
    if n == 8:
        raise FloatingPointError("f")
    if n == 9:
        raise AssertionError("as")
    if n == 10:
        raise Exception("e")
    if n == 11:
        raise ZeroDivisionError("z")
    if n == 12:
        raise EOFError("eof")
    if n == 13:
        raise BufferError("b")
    if n == 14:
        raise ImportError("i")
    if n == 15:
        raise SystemError("sy")
    if n == 16:
        raise ReferenceError("r")
    if n == 17:
        raise UnboundLocalError("u")
    if n == 18:
        raise OverflowError("o")
    if n == 19:
        raise IndexError("i")
    if n == 20:
        raise RecursionError("r")
    if n == 21:
        raise MemoryError("m")
    return n


# raises: TypeError
# run: kinds(0)
# raises: NotImplementedError
# run: kinds(1)
# raises: ArithmeticError
# run: kinds(2)
# raises: LookupError
# run: kinds(3)
# raises: AttributeError
# run: kinds(4)
# raises: NameError
# run: kinds(5)
# raises: OSError
# run: kinds(6)
# raises: StopIteration
# run: kinds(7)
# raises: FloatingPointError
# run: kinds(8)
# raises: AssertionError
# run: kinds(9)
# raises: Exception
# run: kinds(10)
# raises: ZeroDivisionError
# run: kinds(11)
# raises: EOFError
# run: kinds(12)
# raises: BufferError
# run: kinds(13)
# raises: ImportError
# run: kinds(14)
# raises: SystemError
# run: kinds(15)
# raises: ReferenceError
# run: kinds(16)
# raises: UnboundLocalError
# run: kinds(17)
# raises: OverflowError
# run: kinds(18)
# raises: IndexError
# run: kinds(19)
# raises: RecursionError
# run: kinds(20)
# raises: MemoryError
# run: kinds(21)


def asserted(n):
    assert n > 0
    return n


# raises: AssertionError
# run: asserted(0)


def asserted_with(n):
    assert n > 0, "n has to be positive"
    return n


# raises: AssertionError
# run: asserted_with(0)


def always():
    raise ValueError("always")


# raises: ValueError
# run: always()


def unbound(n):
    if n > 0:
        y = 1
    return y


# raises: UnboundLocalError
# run: unbound(0)


def unbound_after_loop(n):
    for k in range(n):
        last = k
    return last


# raises: UnboundLocalError
# run: unbound_after_loop(0)


def unbound_target(n):
    for k in range(n):
        pass
    return k


# raises: UnboundLocalError
# run: unbound_target(0)


def unbound_augmented(n):
    if n > 0:
        total = 0
    total += n
    return total


# raises: UnboundLocalError
# run: unbound_augmented(0)


def deleted(n):
    y = n
    if n > 0:
        del y
    return y


# raises: UnboundLocalError
# run: deleted(1)


def in_loop(n):
    total = 0
    for i in range(n):
        for j in range(n):
            if i * j > 10:
                raise ValueError("too far")
            total += i * j
    return total


# raises: ValueError
# run: in_loop(10)


def in_loop_else(n):
    for i in range(n):
        if i == 5:
            break
    else:
        raise LookupError("no five")
    return i


# raises: LookupError
# run: in_loop_else(3)


def in_while(n):
    while True:
        n -= 1
        if n < 0:
            raise ValueError("negative")


# raises: ValueError
# run: in_while(3)


def in_function(n):
    def check(k):
        if k > 2:
            raise ValueError("k")
        return k

    return check(n) + 1


# raises: ValueError
# run: in_function(3)


def endless(n):
    return endless(n + 1)


# raises: RecursionError
# run: endless(0)


def helper(x):
    if x < 0:
        raise ValueError("negative")
    return math.sqrt(x)


def through_calls(a, b):
    return helper(a) + helper(b)


# raises: ValueError
# run: through_calls(1.0, -1.0)
