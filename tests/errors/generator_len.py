# Generator len.
def f(n: int):
    return len(i * i for i in range(n))  # error[type-mismatch]: object of type 'generator' has no len()
