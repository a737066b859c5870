# Defaults capture values when a function is defined, closures see what is there when they are called.


def late(n):
    k = 1

    def add(x):
        return x + k

    k = n
    return add(10)


def early(n):
    k = 1

    def add(x, k=k):
        return x + k

    k = n
    return add(10), add(10, 5)


def inner_most(n):
    def outer(a):
        def middle(b):
            def inner(c):
                return a * 100 + b * 10 + c + n

            return inner(b + 1)

        return middle(a + 1)

    return outer(1)


# run: late(7)
# run: early(7)
# run: inner_most(3)
