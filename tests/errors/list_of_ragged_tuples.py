# List of ragged tuples.
def f(n: int):
    values = [(1, 2)]
    values.append((1, 2, 3))  # error[cannot-merge-types]: the list[(int, int)] holds (int, int), and this is (int, int, int)
    return len(values)
