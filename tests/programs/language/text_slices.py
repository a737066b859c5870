# Characters and slices of strings are code points, whatever their bytes are.


def item(s, i):
    return s[i]


def cut(s, a, b):
    return s[a:b]


def stepped(s, a, b, c):
    return s[a:b:c]


def ends(s):
    return s[:2], s[-2:], s[::-1], s[:], s[1:-1]


# run: item("hello", 0)
# run: item("hello", -1)
# run: item("häß日😀x", 4)
# run: item("häß日😀x", -3)
# raises: IndexError: string index out of range
# run: item("abc", 3)
# raises: IndexError: string index out of range
# run: item("", 0)
# raises: IndexError: string index out of range
# run: item("日本", -3)
# run: cut("hello", 1, 3)
# run: cut("häß日😀x", 1, -1)
# run: cut("abc", 2, 1)
# run: cut("abc", -100, 100)
# run: stepped("abcdefgh", 1, 7, 2)
# run: stepped("häß日😀x", 5, 0, -2)
# run: stepped("abc", -1, -9, -1)
# raises: ValueError: slice step cannot be zero
# run: stepped("abc", 0, 3, 0)
# run: ends("")
# run: ends("a")
# run: ends("日本語テキスト")
