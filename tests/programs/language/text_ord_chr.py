# ord and chr go between characters and numbers.


def code(c):
    return ord(c), chr(ord(c)), chr(ord(c) + 1)


def character(n):
    return chr(n)


def shift(s, n):
    out = ""
    for c in s:
        if c.isalpha():
            out += chr((ord(c) - ord("a") + n) % 26 + ord("a"))
        else:
            out += c
    return out


def fixed(n):
    return ord("A") + n, chr(8364), chr(n)


# run: code("a")
# run: code("é")
# run: code("日")
# run: code("😀")
# raises: TypeError: ord() expected a character, but string of length 2 found
# run: code("ab")
# raises: TypeError: ord() expected a character, but string of length 0 found
# run: code("")
# run: character(0x10ffff)
# run: character(0)
# raises: ValueError: chr() arg not in range(0x110000)
# run: character(0x110000)
# raises: ValueError: chr() arg not in range(0x110000)
# run: character(-1)
# run: shift("hello, world", 13)
# run: fixed(66)
