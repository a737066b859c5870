# Strings in annotations, with defaults.


def hello(name: str, times: int = 2, end: str = "!") -> str:
    return name * times + end


def parse(s: str) -> tuple[str, int]:
    key, _, value = s.partition("=")
    return key, int(value)


def length(s: str) -> int:
    return len(s)


def constant() -> str:
    return "häß"


# run: hello("ab")
# run: hello("ab", 1)
# run: hello("ab", 1, "?")
# run: parse("x=12")
# raises: ValueError: invalid literal for int() with base 10: ''
# run: parse("x")
# run: length("日本")
# run: constant()
