# The `else` of a loop runs unless `break` left it.


def is_prime(n):
    if n < 2:
        return False
    d = 2
    while d * d <= n:
        if n % d == 0:
            result = False
            break
        d += 1
    else:
        result = True
    return result


def find(n, wanted):
    for i in range(n):
        if i * i == wanted:
            found = i
            break
    else:
        found = -1
    return found


# run: is_prime(1)
# run: is_prime(2)
# run: is_prime(91)
# run: is_prime(97)
# run: find(10, 49)
# run: find(10, 50)
# run: find(0, 0)
