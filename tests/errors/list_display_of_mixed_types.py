# List display of mixed types.
# error[cannot-merge-types]: this list has elements of the types int and str, which have no common type
def f(n: int):
    values = [1, "a", 2.5]
    values.append(n)
    return len(values)
