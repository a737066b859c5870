# find, rfind, index, rindex and count give places in code points.


def find(s, t):
    return s.find(t), s.rfind(t), s.count(t)


def find_from(s, t, a):
    return s.find(t, a), s.rfind(t, a), s.count(t, a)


def find_between(s, t, a, b):
    return s.find(t, a, b), s.rfind(t, a, b), s.count(t, a, b)


def index(s, t):
    return s.index(t), s.rindex(t)


# run: find("banana", "an")
# run: find("ä日ä日", "日")
# run: find("abc", "")
# run: find("", "")
# run: find("aaaa", "aa")
# run: find_from("banana", "a", 2)
# run: find_from("banana", "", 7)
# run: find_from("banana", "a", -3)
# run: find_between("banana", "a", 2, 5)
# run: find_between("abc", "", 2, 1)
# run: find_between("日本日本", "本", 1, -1)
# run: index("banana", "na")
# raises: ValueError: substring not found
# run: index("banana", "x")
