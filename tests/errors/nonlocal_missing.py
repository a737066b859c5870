# No function around has the variable.
count = 0


def f(n: int):
    def step():
        nonlocal count  # error[syntax-error]: no binding for nonlocal 'count' found
        count += 1

    step()
    return n
