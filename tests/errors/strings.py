# Wrong things with strings.
import numpy as np


def number(s: str) -> str:
    return s + 1  # error[type-mismatch]: can only concatenate str (not "int") to str


def minus(s: str) -> str:
    return s - "a"  # error[type-mismatch]: unsupported operand type(s) for -: 'str' and 'str'


def less(s: str) -> bool:
    return s < 1  # error[type-mismatch]: '<' not supported between instances of 'str' and 'int'


def item(s: str) -> str:
    return s[1.5]  # error[type-mismatch]: string indices must be an integer


def method(s: str) -> str:
    return s.uper()  # error[unknown-attribute]: 'str' object has no attribute 'uper'


def encoded(s: str) -> int:
    return len(s.encode())  # error[unsupported]: the method `encode` of strings is not supported yet


def literal() -> int:
    return len(b"abc")  # error[unsupported]: a bytes literal is not supported yet


def array(a: "float64[:]") -> str:
    return f"{a}"  # error[unsupported]: the text of an array is not supported yet


def joined(n: int) -> str:
    return ", ".join([n, n])  # error[type-mismatch]: sequence item 0: expected str instance, int found


def template(s: str) -> str:
    return s.format(1)  # error[not-static]: the template of `format` must be known at compile time


def contained(s: str) -> bool:
    return 1 in s  # error[type-mismatch]: 'in <string>' requires string as left operand, not int


def replaced(s: str) -> str:
    return s.replace("a", 1)  # error[type-mismatch]: replace() argument must be str, not int


def to_file(s: str) -> None:
    print(s, file=s)  # error[unsupported]: `file=` of print is not supported yet


def separator(s: str) -> None:
    print(s, sep=1)  # error[type-mismatch]: sep must be None or a string, not int


def multiplied(s: str) -> str:
    return s * 1.5  # error[type-mismatch]: can't multiply sequence by non-int of type 'float'


def result(s: str) -> str:
    return len(s)  # error[type-mismatch]: the function is declared to return `str`, but returns `int`
