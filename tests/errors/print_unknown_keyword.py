# Print unknown keyword.
def f(n: int):
    print(n, seperator=" ")  # error[wrong-arguments]: print() got an unexpected keyword argument 'seperator'
    return n
