# The length of a tuple is a part of its type.
def f(n: int):
    t = tuple(range(n))  # error[not-static]: how many items there are … make a list
    return len(t)
