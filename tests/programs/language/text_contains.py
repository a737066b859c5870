# in finds parts of strings.


def has(a, b):
    return a in b, a not in b, "a" in b, b in "xabcx"


def vowels(s):
    n = 0
    for c in s:
        if c in "aeiou":
            n += 1
    return n


# run: has("", "")
# run: has("b", "abc")
# run: has("abcd", "abc")
# run: has("日", "xx日")
# run: vowels("programming")
# run: vowels("")
