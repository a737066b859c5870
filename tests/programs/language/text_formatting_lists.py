# Text made, split into lists and put together again; formatted values in lists.


def table(n):
    lines = []
    for i in range(n):
        lines.append(f"{i:>3} {i * 0.5:6.2f}")
    return lines


def caesar(text, k):
    out = ""
    for c in text:
        if "a" <= c <= "z":
            out += chr((ord(c) - 97 + k) % 26 + 97)
        else:
            out += c
    return out


def palindrome(text):
    letters = [c for c in text.lower() if c.isalpha()]
    return letters == letters[::-1]


def digits(n):
    return [int(d) for d in str(n)]


# run: table(3)
# run: caesar("hello, world", 3)
# run: palindrome("A man, a plan, a canal: Panama")
# run: palindrome("no")
# run: digits(90210)
