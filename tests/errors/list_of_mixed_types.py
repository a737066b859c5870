# List of mixed types.
def f(n: int):
    values = []
    values.append(n)
    values.append("text")  # error[cannot-merge-types]: the list[int] holds int, and this is str
    return len(values)
