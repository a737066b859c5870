# Range without arguments.
def f(n: int):
    total = 0
    for i in range():  # error[wrong-arguments]: range expected 1 to 3 arguments, got 0
        total += i
    return total
