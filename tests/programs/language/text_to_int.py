# int of a string, in any base.


def parse(s):
    return int(s)


def based(s, base):
    return int(s, base)


def hexadecimal(s):
    return int(s, 16), int(s, base=0)


def total(s):
    n = 0
    for part in s.split(","):
        n += int(part)
    return n


# run: parse("12")
# run: parse(" -12\n")
# run: parse("+1_000")
# run: parse("9223372036854775807")
# run: parse("-9223372036854775808")
# raises: ValueError: invalid literal for int() with base 10: 'abc'
# run: parse("abc")
# raises: ValueError: invalid literal for int() with base 10: ''
# run: parse("")
# raises: ValueError: invalid literal for int() with base 10: '1.5'
# run: parse("1.5")
# raises: ValueError: invalid literal for int() with base 10: "it's"
# run: parse("it's")
# differs: Python's ints have 64 bits
# raises: OverflowError: Python int too large to convert to C long
# run: parse("9223372036854775808")
# run: based("zz", 36)
# run: based("-0b101", 2)
# run: based("0o17", 0)
# raises: ValueError: invalid literal for int() with base 8: '9'
# run: based("9", 8)
# raises: ValueError: int() base must be >= 2 and <= 36, or 0
# run: based("1", 1)
# run: hexadecimal("0xff")
# run: total("1,2,-3")
