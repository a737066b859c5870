# Counting words, reversing them, and turning text into numbers and back.
import numpy as np


def caesar(s, n):
    out = ""
    for c in s:
        if "a" <= c <= "z":
            out += chr((ord(c) - 97 + n) % 26 + 97)
        elif "A" <= c <= "Z":
            out += chr((ord(c) - 65 + n) % 26 + 65)
        else:
            out += c
    return out


def palindrome(s):
    t = ""
    for c in s.lower():
        if c.isalnum():
            t += c
    return t == t[::-1]


def numbers(s):
    values = np.zeros(s.count(",") + 1)
    for i, part in enumerate(s.split(",")):
        values[i] = float(part)
    return values


def table(a):
    out = ""
    for row in a:
        line = ""
        for x in row:
            line += f"{x:8.3f}"
        out += line + "\n"
    return out


def binary(n):
    s = ""
    while n > 0:
        s = str(n % 2) + s
        n //= 2
    return s or "0"


def roman(n):
    out = ""
    for value, sign in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while n >= value:
            out += sign
            n -= value
    return out


# run: caesar("Hello, World!", 3)
# run: caesar("abc xyz", -1)
# run: palindrome("A man, a plan, a canal: Panama")
# run: palindrome("abc")
# run: numbers("1,2.5,-3e2")
# run: table(np.arange(6.0).reshape(2, 3) / 7)
# run: binary(10)
# run: binary(0)
# run: roman(1994)
