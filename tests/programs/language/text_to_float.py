# float of a string is correctly rounded.


def parse(s):
    return float(s)


def numbers(s):
    total = 0.0
    for part in s.split():
        total += float(part)
    return total


# run: parse("0.1")
# run: parse("1e22")
# run: parse("1e23")
# run: parse("-2.5E-10")
# run: parse(" 3 ")
# run: parse("5e-324")
# run: parse("2.4703282292062327e-324")
# run: parse("2.4703282292062328e-324")
# run: parse("1.7976931348623157e308")
# run: parse("1.7976931348623159e308")
# run: parse("1e400")
# run: parse("1e-400")
# run: parse("9007199254740993")
# run: parse("1_000.5")
# run: parse(".5")
# run: parse("5.")
# run: parse("inf")
# run: parse("-Infinity")
# run: parse("nan")
# run: parse("0.30000000000000004")
# run: parse("123456789012345678901234567890")
# run: parse("1.00000000000000011102230246251565404236316680908203125")
# run: parse("1.00000000000000011102230246251565404236316680908203126")
# run: parse("2.2250738585072011e-308")
# run: parse("-0")
# raises: ValueError: could not convert string to float: 'abc'
# run: parse("abc")
# raises: ValueError: could not convert string to float: ''
# run: parse("")
# raises: ValueError: could not convert string to float: '1__0'
# run: parse("1__0")
# raises: ValueError: could not convert string to float: '1e'
# run: parse("1e")
# run: numbers("1 2.5 -3e2")
