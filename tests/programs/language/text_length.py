# len counts code points, and an empty string is false.


def length(s):
    return len(s), bool(s), not s


def is_empty(s):
    if s:
        return "no"
    return "yes"


# run: length("")
# run: length("hello")
# run: length("häß日😀x")
# run: is_empty("")
# run: is_empty("\x00")
