# str of a caught exception is its message.


def parse(s):
    try:
        return str(int(s))
    except ValueError as e:
        return "error: " + str(e)


def kinds(n, s):
    try:
        if n == 0:
            raise ValueError("fixed")
        if n == 1:
            raise KeyError(s)
        if n == 2:
            raise ZeroDivisionError
        if n == 3:
            return f"{1 // (n - 3)}"
        if n == 4:
            return f"{[1, 2][n]}"
        if n == 5:
            raise RuntimeError(f"n={n}", s)
        return s[n]
    except Exception as e:
        return f"<{e}>"


def kept(s):
    try:
        return float(s)
    except ValueError as e:
        first = str(e)
        try:
            print(int("q" + s))
        except ValueError as inner:
            print("inner:", inner)
        print("outer:", e, first)
        raise


def again(s):
    try:
        raise ValueError("about " + s)
    except ValueError as e:
        saved = e
        try:
            raise KeyError(s)
        except KeyError:
            raise saved


# run: parse("12")
# run: parse("a'b")
# run: kinds(0, "häß")
# run: kinds(1, "häß")
# run: kinds(2, "häß")
# run: kinds(3, "häß")
# run: kinds(4, "häß")
# run: kinds(5, "häß")
# run: kinds(6, "häß")
# raises: ValueError: could not convert string to float: 'x'
# run: kept("x")
# raises: ValueError: about x
# run: again("x")
