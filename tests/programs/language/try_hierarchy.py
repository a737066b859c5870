# Handlers by base classes, tuples of types, in order; the first that fits is taken.


def which(n):
    try:
        if n == 0:
            raise IndexError("i")
        if n == 1:
            raise KeyError("k")
        if n == 2:
            return 1 // (n - 2)
        if n == 3:
            raise NotImplementedError("later")
        if n == 4:
            raise StopIteration
        return 0
    except IndexError:
        return 1
    except LookupError:
        return 2
    except (OverflowError, ArithmeticError):
        return 3
    except RuntimeError:
        return 4
    except Exception:
        return 5


# run: which(0)
# run: which(1)
# run: which(2)
# run: which(3)
# run: which(4)
# run: which(5)
