# Dict with mixed keys.
def f(n: int):
    d = {}
    d[1] = n
    d["one"] = n  # error[cannot-merge-types]: the dict[int, int] holds int, and this is str
    return len(d)
