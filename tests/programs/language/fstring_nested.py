# Widths and precisions may be computed.


def nested(x, w, p):
    return f"{x:{w}.{p}f}|{x:<{w}}|{x:>{w}.{p}e}|{x:{w},}|"


def ints(n, w):
    return f"{n:{w}}|{n:0{w}}|{n:<{w}d}|{n:#{w}x}|"


def texts(s, w, fill):
    return f"{s:{fill}^{w}}|{s:{w}}|{s:.{w}}|"


def spec(x, how):
    return f"{x:{how}}", format(x, how)


def spec_of_int(n, how):
    return f"{n:{how}}"


def spec_of_text(s, how):
    return format(s, how)


def spec_of_bool(b, how):
    return format(b, how)


# run: nested(3.14159, 10, 3)
# run: nested(-1234.5, 1, 0)
# run: ints(42, 7)
# run: ints(-42, 1)
# run: texts("ab", 6, "*")
# run: texts("日本", 5, "é")
# run: spec(1234.5, "")
# run: spec(1234.5, "+12,.1f")
# run: spec(0.25, ".0%")
# raises: ValueError: Unknown format code 'd' for object of type 'float'
# run: spec(1.5, "d")
# raises: ValueError: Format specifier missing precision
# run: spec(1.5, ".")
# raises: ValueError: Invalid format specifier 'qq' for object of type 'float'
# run: spec(1.5, "qq")
# run: spec_of_int(255, "#06x")
# run: spec_of_int(3, ".2f")
# raises: ValueError: Unknown format code 's' for object of type 'int'
# run: spec_of_int(1, "s")
# raises: ValueError: Cannot specify ',' with 'x'.
# run: spec_of_int(1, ",x")
# raises: ValueError: Precision not allowed in integer format specifier
# run: spec_of_int(1, ".2d")
# run: spec_of_text("abc", "*^7.2s")
# raises: ValueError: Unknown format code 'd' for object of type 'str'
# run: spec_of_text("a", "d")
# raises: ValueError: '=' alignment not allowed in string format specifier
# run: spec_of_text("a", "=4")
# run: spec_of_bool(True, "")
# run: spec_of_bool(True, "3d")
