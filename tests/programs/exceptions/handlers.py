# Exceptions in and out of handlers.


def not_caught(x, i):
    try:
        return x[i]
    except (ValueError, KeyError):
        return 0


# raises: IndexError
# run: not_caught(np.zeros(1), 1)


def reraised(x, i):
    try:
        return x[i]
    except IndexError:
        raise


# raises: IndexError
# run: reraised(np.zeros(1), 1)


def reraised_by_name(x, i):
    try:
        return x[i]
    except IndexError as error:
        raise error


# raises: IndexError
# run: reraised_by_name(np.zeros(1), 1)


def replaced(x, i):
    try:
        return x[i]
    except IndexError:
        raise ValueError("bad index")


# raises: ValueError
# run: replaced(np.zeros(1), 1)


def replaced_from(x, i):
    try:
        return x[i]
    except IndexError as error:
        raise RuntimeError("bad index") from error


# raises: RuntimeError
# run: replaced_from(np.zeros(1), 1)


def replaced_from_none(x, i):
    try:
        return x[i]
    except IndexError:
        raise RuntimeError("bad index") from None


# raises: RuntimeError
# run: replaced_from_none(np.zeros(1), 1)


def raised_in_handler(x, i):
    try:
        return x[i]
    except IndexError:
        return x[i + 1]


# raises: IndexError
# run: raised_in_handler(np.zeros(1), 1)


def raised_in_else(x, i):
    try:
        y = x[i]
    except IndexError:
        return 0
    else:
        return y + x[i + 1]


# raises: IndexError
# run: raised_in_else(np.zeros(1), 0)


def raised_in_finally(x, i):
    try:
        y = x[0]
    finally:
        y = x[i]
    return y


# raises: IndexError
# run: raised_in_finally(np.zeros(1), 1)


def replaced_in_finally(x, i):
    try:
        y = x[i]
    finally:
        z = 1 // i - 1
        if z < 1:
            raise KeyError("finally")
    return y


# raises: KeyError
# run: replaced_in_finally(np.zeros(1), 1)
# raises: ZeroDivisionError
# run: replaced_in_finally(np.zeros(1), 0)


def after_finally(x, i, out):
    try:
        return x[i]
    finally:
        out[0] = 5


# raises: IndexError
# run: after_finally(np.zeros(1), 1, np.zeros(1))


def unbound_in_handler(x, i):
    try:
        y = x[i]
        z = y
    except IndexError:
        return z
    return y


# raises: UnboundLocalError
# run: unbound_in_handler(np.zeros(1), 1)


def unbound_after(x, i):
    try:
        y = x[i]
    except IndexError:
        pass
    return y


# raises: UnboundLocalError
# run: unbound_after(np.zeros(1), 1)


def name_is_gone(x, i):
    error = 0
    try:
        y = x[i]
    except IndexError as error:
        y = 1
    return error


# run: name_is_gone(np.zeros(1), 0)
# raises: UnboundLocalError
# run: name_is_gone(np.zeros(1), 1)


def inner_caught_outer_not(x, i):
    try:
        try:
            y = x[i]
        except IndexError:
            y = 1 // (i - i)
    except ValueError:
        y = 3
    return y


# raises: ZeroDivisionError
# run: inner_caught_outer_not(np.zeros(1), 1)


def second_round(x):
    for k in range(3):
        try:
            y = x[k]
        except IndexError:
            if k == 2:
                raise
    return y


# raises: IndexError
# run: second_round(np.zeros(1))


def helper(x, i):
    try:
        return x[i]
    except ValueError:
        return 0


def through_helper(x, i):
    try:
        return helper(x, i)
    except KeyError:
        return 1


# raises: IndexError
# run: through_helper(np.zeros(1), 1)


def twice(x, i):
    try:
        raise ValueError("first")
    except ValueError:
        try:
            raise KeyError("second")
        except KeyError:
            raise IndexError("third")


# raises: IndexError
# run: twice(np.zeros(1), 1)


def outer_again(x, i):
    try:
        raise ValueError("first")
    except ValueError:
        try:
            raise KeyError("second")
        except KeyError:
            pass
        raise


# raises: ValueError
# run: outer_again(np.zeros(1), 1)


def nested_again(n):
    try:
        try:
            raise ValueError("inner")
        except ValueError:
            raise
    except KeyError:
        return 0


# raises: ValueError
# run: nested_again(1)


def finally_in_loop(x, out):
    for k in range(5):
        try:
            out[0] += x[k]
        finally:
            out[1] += 1
    return 0


# raises: IndexError
# run: finally_in_loop(np.ones(3), np.zeros(2))


def assert_in_try(n):
    try:
        assert n > 0, "positive"
    except ValueError:
        return 0
    return n


# raises: AssertionError
# run: assert_in_try(0)


def own_message(n):
    try:
        return 1 // n
    except ZeroDivisionError:
        raise ZeroDivisionError("n is zero")


# raises: ZeroDivisionError
# run: own_message(0)
