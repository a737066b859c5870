# While loops with changing conditions.


def collatz(n):
    steps = 0
    while n != 1:
        if n % 2 == 0:
            n = n // 2
        else:
            n = 3 * n + 1
        steps += 1
    return steps


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def newton(x):
    guess = x
    while abs(guess * guess - x) > 1e-12 * x:
        guess = 0.5 * (guess + x / guess)
    return guess


# run: collatz(1)
# run: collatz(27)
# run: collatz(97)
# run: gcd(1071, 462)
# run: gcd(17, 0)
# run: gcd(0, 5)
# run: newton(2.0)
# run: newton(1e10)
