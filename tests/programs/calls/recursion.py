# Recursive functions with ints and floats.


def factorial(n):
    if n <= 1:
        return 1
    return n * factorial(n - 1)


def fibonacci(n):
    if n < 2:
        return n
    return fibonacci(n - 1) + fibonacci(n - 2)


def power(x, n):
    if n == 0:
        return 1.0
    half = power(x, n // 2)
    if n % 2 == 0:
        return half * half
    return half * half * x


# run: factorial(1)
# run: factorial(20)
# differs: a Python int has 64 bits
# raises: OverflowError
# run: factorial(21)
# run: fibonacci(20)
# run: power(1.5, 10)
# run: power(-2.0, 63)
