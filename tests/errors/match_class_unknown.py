# Match class unknown.
def f(n: int):
    match n:
        case Point(x):  # error[unknown-name]: name 'Point' is not defined
            return x
    return 0
