"""The sum of the numbers in a text of digits and spaces, read byte by byte with Python's `int`."""


def digits(text: "uint8[::1]"):
    total = 0
    value = 0
    for i in range(text.size):
        byte = int(text[i])
        if 48 <= byte <= 57:
            value = value * 10 + byte - 48
        else:
            total += value
            value = 0
    return total + value
