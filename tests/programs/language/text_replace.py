# replace changes every occurrence, or the first few.


def replace(s, old, new):
    return s.replace(old, new), s.replace(old, new, 1), s.replace(old, new, 0)


def some(s, old, new, n):
    return s.replace(old, new, n)


# run: replace("banana", "an", "X")
# run: replace("banana", "a", "")
# run: replace("abc", "", "-")
# run: replace("", "", "-")
# run: replace("äbä", "ä", "日本")
# run: some("aaaa", "a", "b", 2)
# run: some("aaaa", "aa", "b", -1)
