# partition and rpartition give three parts.


def parts(s, t):
    return s.partition(t), s.rpartition(t)


# run: parts("a=b=c", "=")
# run: parts("abc", "=")
# run: parts("日->本", "->")
# raises: ValueError: empty separator
# run: parts("abc", "")
