# List in itself.
def f(n: int):
    a = []
    a.append(a)  # error[too-large]: this would hold itself: its type has no end
    return len(a)
