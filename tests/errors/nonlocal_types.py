# A variable that several functions assign has one type.
def f(n: int):
    x = 0  # error[cannot-merge-types]: `x` is (int, int) in one function and int in another

    def change():
        nonlocal x
        x = (1, 2)

    change()
    return n
