# An inner function gets the arguments that it declares.
def f(x: int):
    def add(a, b=1, *, c=2):
        return a + b + c

    add(1, d=3)  # error[wrong-arguments]: add() got an unexpected keyword argument 'd'
    add(1, 2, 3)  # error[wrong-arguments]: add() takes 2 positional arguments but 3 were given
    add()  # error[wrong-arguments]: add() missing 1 required positional argument: 'a'
    return add(x)
