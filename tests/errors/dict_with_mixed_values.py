# Dict with mixed values.
def f(n: int):
    d = {"a": 1}
    d["b"] = "text"  # error[cannot-merge-types]: the dict[str, int] holds int, and this is str
    return len(d)
