# Syntax assignment in condition.
def f(n: int):
    if n = 1:  # error[syntax-error]: expected `:`, found `=`
        return 2
    return n
