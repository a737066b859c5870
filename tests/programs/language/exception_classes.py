# Exception classes of the program: raised, caught by themselves and by their bases, and shown by name.


class AppError(Exception):
    """What this program raises."""


class NotFound(AppError):
    pass


class Bad(ValueError): ...


def fail(n):
    if n == 0:
        raise NotFound("nothing there")
    if n == 1:
        raise Bad
    if n == 2:
        raise AppError("in general")
    if n == 3:
        raise KeyError(3)
    return n


def caught(n):
    try:
        return fail(n)
    except NotFound:
        return -1
    except (AppError, KeyError):
        return -2
    except ValueError:
        return -3


def again(n):
    try:
        return fail(n)
    except AppError as e:
        raise RuntimeError("again") from e


def cleaned(n):
    done = 0
    for k in range(n):
        try:
            try:
                fail(k)
            finally:
                done += 10
        except Exception:
            done += 1
    return done


# run: caught(0)
# run: caught(1)
# run: caught(2)
# run: caught(3)
# run: caught(4)
# raises: NotFound: nothing there
# run: fail(0)
# raises: Bad
# run: fail(1)
# raises: AppError: in general
# run: fail(2)
# raises: RuntimeError: again
# run: again(0)
# raises: Bad
# run: again(1)
# run: again(7)
# run: cleaned(6)
