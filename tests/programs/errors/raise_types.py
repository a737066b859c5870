# Every builtin exception type that numeric code raises.


def fail(n):
    if n == 0:
        raise ArithmeticError("arithmetic")
    if n == 1:
        raise AssertionError("assertion")
    if n == 2:
        raise Exception("exception")
    if n == 3:
        raise FloatingPointError("floating point")
    if n == 4:
        raise IndexError("index")
    if n == 5:
        raise KeyError("key")
    if n == 6:
        raise LookupError("lookup")
    if n == 7:
        raise MemoryError("memory")
    if n == 8:
        raise NotImplementedError("not implemented")
    if n == 9:
        raise RuntimeError("runtime")
    if n == 10:
        raise StopIteration("stop")
    if n == 11:
        raise TypeError("type")
    return n


# raises: ArithmeticError: arithmetic
# run: fail(0)
# raises: AssertionError: assertion
# run: fail(1)
# raises: Exception: exception
# run: fail(2)
# raises: FloatingPointError: floating point
# run: fail(3)
# raises: IndexError: index
# run: fail(4)
# raises: KeyError: 'key'
# run: fail(5)
# raises: LookupError: lookup
# run: fail(6)
# raises: MemoryError: memory
# run: fail(7)
# raises: NotImplementedError: not implemented
# run: fail(8)
# raises: RuntimeError: runtime
# run: fail(9)
# raises: StopIteration: stop
# run: fail(10)
# raises: TypeError: type
# run: fail(11)
# run: fail(12)
