# An indented line where none belongs.
def f(x: int):
    y = x + 1
      return y  # error[syntax-error]:
