# Syntax print statement.
def f(n: int):
    print n  # error[syntax-error]: simple statements must be separated by newlines or semicolons
    return n
