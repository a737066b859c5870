# Formats that Python refuses raise ValueError.


def float_as_int(x):
    return f"{x:d}"


def int_as_text(n):
    return f"{n:s}"


def text_as_float(s):
    return f"{s:.2f}"


def precision(n):
    return f"{n:.2d}"


def text_sign(s):
    return f"{s:+}"


def comma(n):
    return f"{n:,x}"


def no_precision(x):
    return f"{x:5.}"


def nothing(x):
    return f"{x:>5}"


def pair(n):
    return f"{(n, n):5}"


# raises: ValueError: Unknown format code 'd' for object of type 'float'
# run: float_as_int(1.5)
# raises: ValueError: Unknown format code 's' for object of type 'int'
# run: int_as_text(1)
# raises: ValueError: Unknown format code 'f' for object of type 'str'
# run: text_as_float("a")
# raises: ValueError: Precision not allowed in integer format specifier
# run: precision(1)
# raises: ValueError: Sign not allowed in string format specifier
# run: text_sign("a")
# raises: ValueError: Cannot specify ',' with 'x'.
# run: comma(1)
# raises: ValueError: Format specifier missing precision
# run: no_precision(1.5)
# raises: TypeError: unsupported format string passed to NoneType.__format__
# run: nothing(None)
# raises: TypeError: unsupported format string passed to tuple.__format__
# run: pair(1)
