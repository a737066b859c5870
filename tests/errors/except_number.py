# Except number.
def f(n: int):
    try:
        return 1 // n
    except 5:  # error[type-mismatch]: catching classes that do not inherit from BaseException is not allowed
        return 0
