# The length of a tuple is a part of its type.
def f(n: int):
    return len(tuple(x for x in range(n) if x % 2))  # error[not-static]: how many items … make a list of it
