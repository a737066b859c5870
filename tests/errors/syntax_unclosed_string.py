# Syntax unclosed string.
def f(n: int):
    return "abc  # error[syntax-error]: missing closing quote in string literal
