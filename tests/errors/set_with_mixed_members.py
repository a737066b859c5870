# Set with mixed members.
def f(n: int):
    s = {1, 2}
    s.add("three")  # error[cannot-merge-types]: the set[int] holds int, and this is str
    return len(s)
